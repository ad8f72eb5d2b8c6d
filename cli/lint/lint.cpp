#include "lint.hpp"

#include <cstdlib>

#include "price_list.hpp"
#include "report.hpp"
#include "stream.hpp"

namespace prorata::cli {

int lint(const Arguments& given) {
  const std::string& name = given.operand;
  Report report =
      isFile(name) ? reportOn(inFile(name, [&] { return Input(name).document(); })) : reportOn(openPriceList(name));
  if (given.against) holdAgainst(report, openPriceList(*given.against));
  print(given.json ? jsonOf(report) + '\n' : textOf(report, name));
  return report.faults.empty() ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace prorata::cli
