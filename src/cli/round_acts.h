#pragma once

#include <string>

#include "cli/session.h"
#include "territory/cycle.h"

namespace bocage::cli {

// What `bocage round` was asked, as written.
struct RoundArguments {
  std::string folder;
  std::string act;
  std::string cycle;
  std::string stakeholder;
  std::string said_by;
  std::string how;
  std::string at;
  std::string noted_by;
  std::string note;
  territory::LineName line;
  std::string argument;
  std::string kind;
  std::string change;
  std::string value;
  std::string side;
  std::string outcome;
  std::string quantity;
  std::string until;
  std::string decision;
  std::string about;
  std::string setting;
  bool keep = false;
  bool share = false;
};

[[nodiscard]] int round(const RoundArguments& arguments, Session& session);

}  // namespace bocage::cli
