#include "help.hpp"

#include <algorithm>
#include <vector>

#include "wrap.hpp"

namespace prorata::cli {
namespace {

constexpr std::size_t indent = 2;

struct Row {
  std::string term;
  std::string_view meaning;
};

std::string termOf(const Option& option) {
  std::string term = option.letter == '\0' ? "    " : std::string("-") + option.letter + ", ";
  term += "--" + std::string(option.name);
  if (!option.placeholder.empty()) term += ' ' + std::string(option.placeholder);
  return term;
}

std::string title(std::string_view text) { return '\n' + std::string(text) + ":\n"; }

std::string paragraph(std::string_view text) { return wrapped(text, indent); }

std::string twoColumns(const std::vector<Row>& rows) {
  std::size_t widest = 0;
  for (const Row& row : rows) widest = std::max(widest, row.term.size());
  const std::size_t column = indent + widest + 2;
  std::string text;
  for (const Row& row : rows) {
    std::string meaning = wrapped(row.meaning, column);
    meaning.replace(indent, row.term.size(), row.term);
    text += meaning;
  }
  return text;
}

std::string optionRows(std::vector<const Option*> options) {
  options.insert(options.end(), {&options::help, &options::version});
  std::vector<Row> rows;
  rows.reserve(options.size());
  for (const Option* option : options) rows.push_back({termOf(*option), option->summary});
  return twoColumns(rows);
}

std::string exampleOf(const Verb& verb) {
  return "  echo '" + std::string(verb.example) + "' | " + std::string(program) + ' ' + std::string(verb.name) + '\n';
}

std::string sectionText(const Section& section) {
  std::string text = title(section.title);
  for (const std::string_view one : section.paragraphs) text += paragraph(one);
  return text;
}

}  // namespace

std::string synopsis(const Verb& verb) {
  std::string text = std::string(program) + ' ' + std::string(verb.name) + " [OPTION]...";
  if (verb.operand.empty()) return text;
  return text + (verb.needsOperand() ? ' ' + std::string(verb.operand) : " [" + std::string(verb.operand) + ']');
}

std::string help() {
  std::vector<Row> rows;
  rows.reserve(verbs().size());
  for (const Verb& verb : verbs()) rows.push_back({std::string(verb.name), verb.summary});
  std::string text = "Usage: " + std::string(program) + " VERB [OPTION]... [FILE]\n" + std::string(program) + ": " +
                     std::string(tagline) + '\n' + title("Verbs") + twoColumns(rows) + title("Options") +
                     optionRows({&options::catalog, &options::lines, &options::jobs, &options::strict,
                                 &options::against, &options::json});
  for (const Section& section : sections()) text += sectionText(section);
  return text + title("Example") + exampleOf(verbs().front());
}

std::string help(const Verb& verb) {
  std::string text = "Usage: " + synopsis(verb) + '\n' + std::string(program) + ' ' + std::string(verb.name) + ": " +
                     std::string(verb.summary) + '\n' + title("Options") + optionRows(verb.options);
  for (const Section& section : sections()) {
    if (section.appliesTo(verb)) text += sectionText(section);
  }
  if (!verb.example.empty()) text += title("Example") + exampleOf(verb);
  return text;
}

std::string versionText() { return std::string(program) + " " PRORATA_VERSION "\n"; }

}  // namespace prorata::cli
