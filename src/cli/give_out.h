#pragma once

#include <functional>
#include <string>

#include "cli/parameters.h"
#include "cli/session.h"
#include "exchange/figure_table.h"

namespace bocage::cli {

// To a file, aside and then renamed, told in a line; "-" is standard output.
[[nodiscard]] int write_out(const std::string& path, const std::string& bytes, Session& session);

// An answer in all its forms.
struct Answer {
  std::function<std::string()> json;
  std::function<std::string()> words;
  std::function<exchange::FigureTables()> tables;
  std::function<std::string()> before = [] { return std::string(); };  // of the tables as JSON
};

// Where it goes, as written.
struct AnswerOptions {
  std::string file;    // .json, .csv, .xlsx, .txt; "-" is JSON on standard output; empty: words
  std::string tables;  // json, csv, xlsx: words and tables on standard output, for the pages
};
void add_answer_options(Parameters& parameters, const Session& session, AnswerOptions& options);

[[nodiscard]] int give_out(const Answer& answer, const AnswerOptions& options, Session& session);

}  // namespace bocage::cli
