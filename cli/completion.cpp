#include "completion.hpp"

#include "price_list.hpp"
#include "table.hpp"

namespace prorata::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// Within single quotes of any of the three shells.
std::string inQuotes(std::string_view text) {
  std::string escaped;
  for (const char c : text) escaped += c == '\'' ? std::string(R"('\'')") : std::string(1, c);
  return escaped;
}

std::vector<std::string> longOptions(const Verb& verb) {
  std::vector<std::string> names;
  for (const Option* option : verb.options) names.push_back("--" + std::string(option->name));
  names.emplace_back("--help");
  return names;
}

// The patterns by which bash knows that the word before takes an argument of this kind.
std::string wordsTaking(Argument argument) {
  std::string patterns;
  for (const Option* option : allOptions()) {
    if (option->argument != argument) continue;
    if (!patterns.empty()) patterns += '|';
    patterns += "--" + std::string(option->name);
    if (option->letter != '\0') patterns += std::string("|-") + option->letter;
  }
  return patterns;
}

std::string bash() {
  std::vector<std::string> names;
  std::string cases;
  for (const Verb& verb : verbs()) {
    names.emplace_back(verb.name);
    cases += "    " + std::string(verb.name) + ") options='" + joined(longOptions(verb)) + "' ;;\n";
  }
  return R"(# bash completion for prorata
_prorata() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options
  COMPREPLY=()
  if [ "$before" = = ]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
  if [ "$word" = = ]; then before=${COMP_WORDS[COMP_CWORD-1]} word=; fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ')" +
         joined(names) + R"( --help --version' -- "$word"))
    return
  fi
  case $before in
    )" + wordsTaking(Argument::catalog) +
         R"()
      COMPREPLY=($(compgen -W ')" +
         joined(builtInPriceLists()) + R"(' -- "$word") $(compgen -f -- "$word"))
      return ;;
    )" + wordsTaking(Argument::number) +
         R"() return ;;
  esac
  case ${COMP_WORDS[1]} in
)" + cases +
         R"(  esac
  case $word in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _prorata prorata
)";
}

// '[what it does]' and, where it takes one, ':argument:how to complete it' of an option in _arguments.
std::string zshOption(const Option& option) {
  std::string spec = '[' + inQuotes(option.summary) + ']';
  const std::string placeholder(option.placeholder);
  if (option.argument == Argument::catalog) spec += ':' + placeholder + ":_prorata_price_lists";
  if (option.argument == Argument::number) spec += ':' + placeholder + ": ";
  const std::string name = "--" + std::string(option.name);
  const std::string longSpec = (option.argument == Argument::none ? name : name + '=') + spec;
  if (option.letter == '\0') return '\'' + longSpec + '\'';
  const std::string letter = std::string("-") + option.letter;
  const std::string apart = "'(" + letter + ' ' + name + ")'";
  return apart + "{" + letter + "," + (option.argument == Argument::none ? name : name + '=') + "}'" + spec + '\'';
}

std::string zsh() {
  std::string names, cases;
  for (const Verb& verb : verbs()) {
    names += "    '" + std::string(verb.name) + ':' + inQuotes(verb.summary) + "'\n";
    cases += "    " + std::string(verb.name) + ")\n      _arguments";
    for (const Option* option : verb.options) cases += " \\\n        " + zshOption(*option);
    cases += " \\\n        " + zshOption(options::help);
    if (!verb.operand.empty()) {
      const std::string how = verb.answer == nullptr ? "_prorata_price_lists" : "_files";
      cases += " \\\n        '1:" + std::string(verb.operand) + ':' + how + '\'';
    }
    cases += " ;;\n";
  }
  return R"(#compdef prorata
_prorata_price_lists() {
  _alternative 'ids:price list:()" +
         joined(builtInPriceLists()) + R"()' 'files:file:_files'
}
_prorata() {
  local -a names=(
)" + names +
         R"(  )
  if (( CURRENT == 2 )); then
    _describe verb names
    _arguments )" +
         zshOption(options::help) + ' ' + zshOption(options::version) + R"(
    return
  fi
  local name=$words[2]
  shift words
  (( CURRENT-- ))
  case $name in
)" + cases +
         R"(  esac
}
if [ "$funcstack[1]" = _prorata ]; then _prorata "$@"; else compdef _prorata prorata; fi
)";
}

std::string fish() {
  const std::string ids = joined(builtInPriceLists());
  std::string script = "# fish completion for prorata\n";
  for (const Verb& verb : verbs()) {
    const std::string name(verb.name);
    script += "complete -c prorata -f -n __fish_use_subcommand -a " + name + " -d '" + inQuotes(verb.summary) + "'\n";
    const std::string within = "complete -c prorata -n '__fish_seen_subcommand_from " + name + "'";
    for (const Option* option : verb.options) {
      script += within + " -l " + std::string(option->name);
      if (option->letter != '\0') script += std::string(" -s ") + option->letter;
      if (option->argument == Argument::catalog) script.append(" -r -a '").append(ids).append("'");
      if (option->argument == Argument::number) script += " -x";
      script += " -d '" + inQuotes(option->summary) + "'\n";
    }
    if (verb.needsOperand()) script.append(within).append(" -a '").append(ids).append("'\n");
  }
  script += "complete -c prorata -s h -l help -d '" + inQuotes(options::help.summary) + "'\n";
  script += "complete -c prorata -s V -l version -d '" + inQuotes(options::version.summary) + "'\n";
  return script;
}

}  // namespace

std::optional<std::string> completion(std::string_view shell) {
  if (shell == "bash") return bash();
  if (shell == "zsh") return zsh();
  if (shell == "fish") return fish();
  return std::nullopt;
}

}  // namespace prorata::cli
