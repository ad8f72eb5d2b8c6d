#pragma once

#include <nlohmann/json.hpp>
#include <random>

/// Changes a golden case in one to several places and keeps it a document: what is left valid reaches the sums.
namespace fuzz {

void mutate(nlohmann::json& vector, std::mt19937& random);

}  // namespace fuzz
