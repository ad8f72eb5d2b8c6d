// The core on a command line: a verb, a price list, a request on standard input, the answer on standard output.
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>

#include "prorata/json.hpp"

namespace {

namespace json = prorata::json;

using Verb = std::string (*)(const prorata::Catalog&, std::string_view);

const std::map<std::string, Verb> verbs{{"quote", json::quote},
                                        {"convert", json::convert},
                                        {"cover", json::cover},
                                        {"compare", json::compare},
                                        {"optimize", json::optimize}};

constexpr const char* usage =
    "usage: prorata VERB [CATALOG] < request.json\n"
    "VERB: quote, convert, cover, compare, optimize, or catalog, which needs no request\n"
    "CATALOG: id of a built-in price list (easemob-cn when left out), or the file of one\n"
    "Exit status: 0 answered, 1 refused (the error is printed as JSON), 2 not understood\n";

std::string readAll(std::istream& in) { return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}; }

// A file if there is one of this name, else the id of a built-in price list.
prorata::Catalog open(const std::string& name) {
  std::ifstream file(name);
  return file ? json::readCatalog(readAll(file)) : json::builtInCatalog(name);
}

std::string answer(const std::string& verb, const std::string& catalogName) {
  const prorata::Catalog catalog = open(catalogName);
  if (verb == "catalog") return json::catalog(catalog);
  return verbs.at(verb)(catalog, readAll(std::cin));
}

}  // namespace

int main(int argc, char** argv) {
  const std::string verb = argc > 1 ? argv[1] : "";
  if (argc > 3 || (verb != "catalog" && verbs.count(verb) == 0)) {
    std::cerr << usage;
    return 2;
  }
  try {
    std::cout << answer(verb, argc > 2 ? argv[2] : "easemob-cn") << '\n';
    return EXIT_SUCCESS;
  } catch (const prorata::PricingError& error) {
    std::cerr << json::error(error) << '\n';
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
  return EXIT_FAILURE;
}
