#include "cli/parameters.h"

#include <CLI/CLI.hpp>

namespace bocage::cli {

Parameter& Parameter::shown_as(const std::string& text) {
  option_->option_text(text);
  return *this;
}

Parameter& Parameter::required() {
  option_->required();
  return *this;
}

Parameter& Parameter::one_of(const std::vector<std::string>& values) {
  option_->check(CLI::IsMember(values));
  return *this;
}

Parameter& Parameter::between(std::int64_t least, std::int64_t most) {
  option_->check(CLI::Range(least, most));
  return *this;
}

Parameter Parameters::add_option(const std::string& name, std::string& value,
                                 const std::string& help) {
  return Parameter(app_.add_option(name, value, help));
}

Parameter Parameters::add_option(const std::string& name, std::vector<std::string>& value,
                                 const std::string& help) {
  return Parameter(app_.add_option(name, value, help));
}

Parameter Parameters::add_option(const std::string& name, std::int64_t& value,
                                 const std::string& help) {
  return Parameter(app_.add_option(name, value, help));
}

Parameter Parameters::add_option(const std::string& name, std::uint16_t& value,
                                 const std::string& help) {
  return Parameter(app_.add_option(name, value, help));
}

Parameter Parameters::add_option(const std::string& name, std::optional<std::uint64_t>& value,
                                 const std::string& help) {
  return Parameter(app_.add_option(name, value, help));
}

Parameter Parameters::add_flag(const std::string& name, bool& value, const std::string& help) {
  return Parameter(app_.add_flag(name, value, help));
}

void Parameters::footer(const std::string& text) { app_.footer(text); }

}  // namespace bocage::cli
