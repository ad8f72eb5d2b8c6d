// The core on a command line: a verb, a price list, a request, the answer.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "arguments.hpp"
#include "completion.hpp"
#include "failure.hpp"
#include "help.hpp"
#include "line_filter.hpp"
#include "lint.hpp"
#include "price_list.hpp"
#include "prorata/json.hpp"
#include "stream.hpp"

namespace {

using namespace prorata::cli;

void hintAtTerminal(const Input& input) {
  if (input.isTerminal()) std::fputs("Reading a request from the terminal; Ctrl-D ends it.\n", stderr);
}

int answerLines(const Arguments& given, const prorata::Catalog& catalog, Input& input) {
  const unsigned jobs = given.jobs.value_or(std::max(1U, std::thread::hardware_concurrency()));
  const std::uint64_t refused = LineFilter(catalog, given.verb->answer, input, jobs).run();
  return given.strict && refused > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}

int answerRequest(const Arguments& given) {
  const prorata::Catalog catalog = openPriceList(given.catalog);
  Input input(given.operand);
  hintAtTerminal(input);
  if (given.lines) return answerLines(given, catalog, input);
  print(inFile(input.name(), [&] { return given.verb->answer(catalog, input.document()) + '\n'; }));
  return EXIT_SUCCESS;
}

int answer(const Arguments& given) {
  if (given.version) return print(versionText()), EXIT_SUCCESS;
  if (given.help) return print(given.verb == nullptr ? help() : help(*given.verb)), EXIT_SUCCESS;
  if (given.verb->answer != nullptr) return answerRequest(given);
  if (given.verb->name == "lint") return lint(given);
  print(prorata::json::catalog(openPriceList(given.catalog)) + '\n');
  return EXIT_SUCCESS;
}

// Asked by the build, and by whoever installs without it: --man, --completion SHELL.
bool printGenerated(std::span<char* const> words) {
  const std::string_view word = words.empty() ? "" : words[0];
  if (word == "--man" && words.size() == 1) return print(manPage()), true;
  if (word != "--completion" || words.size() != 2) return false;
  const auto script = completion(words[1]);
  if (!script) throw UsageError("--completion takes bash, zsh or fish");
  return print(*script), true;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a failed write says so itself
  try {
    const std::span words(argv + 1, static_cast<std::size_t>(argc > 0 ? argc - 1 : 0));
    const int status = printGenerated(words) ? EXIT_SUCCESS : answer(readArguments(words));
    finishOutput();
    return status;
  } catch (...) {
    return reportFailure();
  }
}
