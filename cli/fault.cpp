#include "fault.hpp"

#include <cerrno>
#include <system_error>

#include "json_text.hpp"

namespace prorata::cli {

std::string Fault::json() const {
  std::string json = R"({"code":)" + quoted(code_) + R"(,"path":)" + quoted(path_) + R"(,"message":)" + quoted(what());
  if (!file_.empty()) json += R"(,"file":)" + quoted(file_);
  return json += '}';
}

Fault systemFault(std::string_view code, std::string_view file) {
  return {code, "", std::generic_category().message(errno) + '.', file};
}

Fault outOfMemory(std::string_view file) { return {"out_of_memory", "", "There is not enough memory.", file}; }

}  // namespace prorata::cli
