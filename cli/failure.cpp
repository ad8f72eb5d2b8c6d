#include "failure.hpp"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>

#include "arguments.hpp"
#include "fault.hpp"
#include "stream.hpp"

namespace prorata::cli {
namespace {

constexpr int notUnderstood = 2;

void say(const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }

int reportWithMemory() {
  try {
    throw;
  } catch (const ReaderGone&) {
    return EXIT_FAILURE;
  } catch (const UsageError& error) {
    say(std::string(program) + ": " + error.what() + "; try '" + std::string(program) + " --help'");
    return notUnderstood;
  } catch (const Fault& fault) {
    say(fault.json());
  } catch (const std::bad_alloc&) {
    say(outOfMemory().json());
  } catch (const std::exception& error) {
    say(Fault("internal_error", "", error.what()).json());
  }
  return EXIT_FAILURE;
}

}  // namespace

int reportFailure() noexcept {
  try {
    return reportWithMemory();
  } catch (...) {
    std::fputs("{\"code\":\"out_of_memory\",\"path\":\"\",\"message\":\"There is not enough memory.\"}\n", stderr);
    return EXIT_FAILURE;
  }
}

}  // namespace prorata::cli
