#include <string>

#include "help.hpp"

namespace prorata::cli {
namespace {

// As roff reads it literally: a hyphen that stays one when copied, no escape, no line that is taken for a request.
std::string roff(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '-': escaped += "\\-"; break;
      case '\\': escaped += "\\e"; break;
      case '\'': escaped += "\\(aq"; break;
      default: escaped += c;
    }
  }
  return escaped.starts_with('.') ? "\\&" + escaped : escaped;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

std::string section(std::string_view title) {
  std::string capitals = ".SH ";
  for (const char c : title) capitals += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return capitals + '\n';
}

std::string entry(const std::string& term, std::string_view meaning) {
  return ".TP\n" + term + '\n' + roff(meaning) + '\n';
}

std::string termOf(const Option& option) {
  std::string term = option.letter == '\0' ? "" : bold(std::string("-") + option.letter) + ", ";
  term += bold("--" + std::string(option.name));
  if (!option.placeholder.empty()) term += ' ' + italic(option.placeholder);
  return term;
}

}  // namespace

std::string manPage() {
  std::string page = ".TH PRORATA 1 \"\" \"" + roff(std::string(program) + " " PRORATA_VERSION) + "\"\n";
  page += section("Name") + roff(program) + " \\- " + roff(tagline) + '\n';
  page += section("Synopsis");
  for (const Verb& verb : verbs()) {
    page += bold(std::string(program) + ' ' + std::string(verb.name)) +
            roff(synopsis(verb).substr(program.size() + 1 + verb.name.size())) + "\n.br\n";
  }
  page += section("Verbs");
  for (const Verb& verb : verbs()) page += entry(bold(verb.name), verb.summary);
  page += section("Options");
  for (const Option* option : allOptions()) page += entry(termOf(*option), option->summary);
  for (const Section& one : sections()) {
    page += section(one.title);
    for (const std::string_view paragraph : one.paragraphs) page += ".PP\n" + roff(paragraph) + '\n';
  }
  page += section("Examples");
  for (const Verb& verb : verbs()) {
    if (verb.example.empty()) continue;
    page += ".PP\n.nf\necho " +
            roff('\'' + std::string(verb.example) + "' | " + std::string(program) + ' ' + std::string(verb.name)) +
            "\n.fi\n";
  }
  return page;
}

}  // namespace prorata::cli
