#pragma once

#include <string>
#include <vector>

// Forgers who do not know the rules: every value of a document changed in every way a text can be,
// one at a time.
namespace bocage::check_tests {

struct Forgery {
  std::string what;  // "needs.fill: a number spelled otherwise"
  std::string bytes;
};

// Of a plan, or of a territory.
std::vector<Forgery> all_forgeries(const std::string& json);

}  // namespace bocage::check_tests
