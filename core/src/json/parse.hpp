#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

/// JSON text as a flat list of values.
namespace prorata::json {

enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

/// A value, followed in the list by what it holds: an array by its items, an object by name and value of each member.
struct Node {
  /// A string's characters; a number, true, false or null as it is spelled. A number is what its text says.
  std::string_view text;
  Kind kind;
  /// How many nodes the value takes up, itself included.
  std::uint32_t size = 1;

  [[nodiscard]] const Node* begin() const noexcept { return this + 1; }
  [[nodiscard]] const Node* end() const noexcept { return this + size; }
};

/// The member of an object; null when it has none of this name, and for what is no object.
[[nodiscard]] const Node* find(const Node& object, std::string_view name) noexcept;

struct Document {
  std::vector<Node> nodes;
  /// What the nodes' texts point into.
  std::unique_ptr<char[]> texts;

  [[nodiscard]] const Node& root() const noexcept { return nodes.front(); }
};

inline constexpr std::size_t largestDocument = 1 << 20;

/// Parses a document of at most `most` bytes, nested at most 64 deep, in which no object names a member twice; throws
/// invalid_json at "" for any other text.
[[nodiscard]] Document parse(std::string_view text, std::size_t most = largestDocument);

}  // namespace prorata::json
