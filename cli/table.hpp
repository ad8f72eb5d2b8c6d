#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "prorata/catalog.hpp"

/// What the command understands, once: arguments are read by this table, and help, man page and completions say it.
namespace prorata::cli {

/// What an option's argument is, for the shells that complete it.
enum class Argument { none, catalog, number };

struct Option {
  std::string_view name;
  /// '\0' where there is no short form.
  char letter;
  Argument argument;
  /// How help calls the argument; empty for none.
  std::string_view placeholder;
  std::string_view summary;
};

namespace options {
extern const Option catalog, lines, jobs, strict, against, json, help, version;
}

using Answer = std::string (*)(const Catalog&, std::string_view request);

struct Verb {
  std::string_view name;
  std::string_view summary;
  /// What its operand is called; empty for none. The operand of a verb with an answer is a request.
  std::string_view operand;
  /// Absent for the verbs that need no request.
  Answer answer;
  /// A request it answers; empty for the verbs that need none.
  std::string_view example;
  std::vector<const Option*> options;

  [[nodiscard]] bool takes(const Option& option) const;
  /// A request may come from standard input instead.
  [[nodiscard]] bool needsOperand() const { return answer == nullptr && !operand.empty(); }
};

struct Section {
  std::string_view title;
  std::vector<std::string_view> paragraphs;
  /// Whether a verb's own help has it; the general one has all.
  bool (*appliesTo)(const Verb& verb);
};

inline constexpr std::string_view program = "prorata";
inline constexpr std::string_view tagline = "what a prepaid price comes to, exactly, before it is paid";
inline constexpr std::string_view defaultCatalog = "easemob-cn";

[[nodiscard]] const std::vector<Verb>& verbs();
/// nullptr when there is no such verb.
[[nodiscard]] const Verb* findVerb(std::string_view name);
/// Every option there is.
[[nodiscard]] const std::vector<const Option*>& allOptions();
/// What is worth knowing beyond the verbs and options.
[[nodiscard]] const std::vector<Section>& sections();

}  // namespace prorata::cli
