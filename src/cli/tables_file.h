#pragma once

#include <functional>
#include <string>

#include "cli/session.h"
#include "exchange/figure_table.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the name of CLI11
class App;
}

namespace bocage::cli {

// An answer in all its forms.
struct Answer {
  std::function<std::string()> json;
  std::function<std::string()> words;
  std::function<exchange::FigureTables()> tables;
  std::function<std::string()> before = [] { return std::string(); };  // of the tables as JSON
};

// Without a file: words, or JSON under --json. With one: what its ending asks for, .json, .csv,
// .xlsx or .txt; "-" is JSON on standard output.
[[nodiscard]] int give_out(const Answer& answer, const std::string& file, Session& session);

// For the pages: words and tables on standard output, as `json`, `csv` or `xlsx`.
[[nodiscard]] int give_out_tables(const Answer& answer, const std::string& form, Session& session);
void add_tables_option(CLI::App& app, const Session& session, std::string& form);

}  // namespace bocage::cli
