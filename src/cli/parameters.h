#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace CLI {  // NOLINT(readability-identifier-naming): the name of CLI11
class App;
class Option;
}  // namespace CLI

namespace bocage::cli {

// One that was declared. What is said of it is checked as the command line is read.
class Parameter {
 public:
  explicit Parameter(CLI::Option* option) : option_(option) {}
  Parameter& shown_as(const std::string& text);  // in the help, in place of its type
  Parameter& required();
  Parameter& one_of(const std::vector<std::string>& values);
  Parameter& between(std::int64_t least, std::int64_t most);

 private:
  CLI::Option* option_;
};

// What a command takes. The values live until the command is carried out. CLI11 is all
// headers, slow to compile, so parameters.cc and run.cc read it for all commands.
class Parameters {
 public:
  explicit Parameters(CLI::App& app) : app_(app) {}

  // "--name", "-n,--name", or "NAME" for one that is known by its place.
  Parameter add_option(const std::string& name, std::string& value, const std::string& help);
  Parameter add_option(const std::string& name, std::vector<std::string>& value,
                       const std::string& help);
  Parameter add_option(const std::string& name, std::int64_t& value, const std::string& help);
  Parameter add_option(const std::string& name, std::uint16_t& value, const std::string& help);
  Parameter add_option(const std::string& name, std::optional<std::uint64_t>& value,
                       const std::string& help);
  Parameter add_flag(const std::string& name, bool& value, const std::string& help);
  void footer(const std::string& text);

 private:
  CLI::App& app_;
};

}  // namespace bocage::cli
