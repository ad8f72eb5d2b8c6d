#include "arguments.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <vector>

namespace prorata::cli {
namespace {

constexpr unsigned mostJobs = 1024;

std::string named(const Option& option) { return "--" + std::string(option.name); }

unsigned readJobs(std::string_view text) {
  unsigned jobs = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), jobs);
  if (error != std::errc() || end != text.data() + text.size() || jobs < 1 || jobs > mostJobs)
    throw UsageError("--jobs takes a number from 1 to " + std::to_string(mostJobs) + ", not '" + std::string(text) +
                     "'");
  return jobs;
}

// One word after the other, options apart from the others.
class Words {
 public:
  explicit Words(std::span<char* const> words) : words_(words.begin(), words.end()) {}

  void sort() {
    while (!words_.empty()) {
      const std::string_view word = take();
      if (word == "--") {
        operands.insert(operands.end(), words_.begin(), words_.end());
        return;
      }
      if (word.starts_with("--")) {
        readLong(word);
      } else if (word.starts_with('-') && word != standardInput) {
        readShort(word);
      } else {
        operands.push_back(word);
      }
    }
  }

  std::vector<std::pair<const Option*, std::string_view>> options;
  std::vector<std::string_view> operands;

 private:
  std::string_view take() {
    const std::string_view word = words_.front();
    words_.erase(words_.begin());
    return word;
  }

  void readLong(std::string_view word) {
    const std::size_t equals = word.find('=');
    const std::string_view name = word.substr(2, equals - 2);
    const Option& option = find(word, [&](const Option& known) { return known.name == name; });
    if (equals == std::string_view::npos) return addWithNext(option);
    if (option.argument == Argument::none) throw UsageError(named(option) + " takes no argument");
    options.emplace_back(&option, word.substr(equals + 1));
  }

  void readShort(std::string_view word) {
    const Option& option = find(word, [&](const Option& known) { return known.letter == word[1]; });
    if (word.size() == 2) return addWithNext(option);
    if (option.argument == Argument::none) throw UsageError("there is no option '" + std::string(word) + "'");
    options.emplace_back(&option, word.substr(2));
  }

  void addWithNext(const Option& option) {
    if (option.argument == Argument::none) return void(options.emplace_back(&option, ""));
    if (words_.empty()) throw UsageError(named(option) + " needs an argument, " + std::string(option.placeholder));
    options.emplace_back(&option, take());
  }

  template <class Is>
  static const Option& find(std::string_view word, Is is) {
    for (const Option* known : allOptions()) {
      if (is(*known)) return *known;
    }
    throw UsageError("there is no option '" + std::string(word) + "'");
  }

  std::vector<std::string_view> words_;
};

void apply(const Option& option, std::string_view argument, Arguments& to) {
  if (&option == &options::catalog) to.catalog = argument;
  if (&option == &options::lines) to.lines = true;
  if (&option == &options::jobs) to.jobs = readJobs(argument);
  if (&option == &options::strict) to.strict = true;
  if (&option == &options::against) to.against = argument;
  if (&option == &options::json) to.json = true;
}

}  // namespace

Arguments readArguments(std::span<char* const> words) {
  Words given(words);
  given.sort();
  Arguments read;
  for (const auto& [option, argument] : given.options) {
    if (option == &options::help) read.help = true;
    if (option == &options::version) read.version = true;
  }

  if (given.operands.empty()) {
    if (read.help || read.version) return read;
    throw UsageError("a verb is missing");
  }
  read.verb = findVerb(given.operands.front());
  if (read.verb == nullptr) throw UsageError("there is no verb '" + std::string(given.operands.front()) + "'");
  if (read.help || read.version) return read;

  const std::string verb(read.verb->name);
  for (const auto& [option, argument] : given.options) {
    if (!read.verb->takes(*option)) throw UsageError(verb + " has no option " + named(*option));
    apply(*option, argument, read);
  }
  if ((read.jobs || read.strict) && !read.lines) throw UsageError("--jobs and --strict go with --lines");
  const std::size_t mostOperands = read.verb->operand.empty() ? 0 : 1;
  if (given.operands.size() - 1 > mostOperands)
    throw UsageError("'" + std::string(given.operands[mostOperands + 1]) + "' is one argument too many for " + verb);
  if (given.operands.size() > 1) read.operand = given.operands[1];
  if (given.operands.size() == 1 && read.verb->needsOperand())
    throw UsageError("a price list to " + verb + " is missing");
  return read;
}

}  // namespace prorata::cli
