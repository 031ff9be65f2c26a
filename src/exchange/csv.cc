#include "exchange/csv.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "base/text.h"
#include "exchange/text_file.h"

namespace bocage::exchange {
namespace {

using territory::Problem;
using territory::ProblemCode;

constexpr std::array<char, 3> kDelimiters{'\t', ';', ','};

std::string_view first_line(std::string_view text) {
  return text.substr(0, text.find_first_of("\r\n"));
}

// How many of the lines share the commonest number of this delimiter, and that number.
std::pair<int, int> evenness(const std::vector<std::string_view>& lines, char delimiter) {
  std::map<int, int> lines_with;
  for (std::string_view const line : lines) {
    bool quoted = false;
    int count = 0;
    for (char const c : line) {
      quoted = quoted != (c == '"');
      count += !quoted && c == delimiter ? 1 : 0;
    }
    if (count > 0) {
      ++lines_with[count];
    }
  }
  std::pair<int, int> best{0, 0};
  for (auto const& [count, lines_of_it] : lines_with) {
    best = std::max(best, {lines_of_it, count});
  }
  return best;
}

char find_delimiter(std::string_view text) {
  constexpr std::size_t kLines = 50;
  std::vector<std::string_view> lines;
  while (!text.empty() && lines.size() < kLines) {
    std::string_view const line = first_line(text);
    if (!base::trim(line).empty()) {
      lines.push_back(line);
    }
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  char best = ',';
  std::pair<int, int> best_evenness{0, 0};
  for (char const delimiter : kDelimiters) {
    if (auto const even = evenness(lines, delimiter); even > best_evenness) {
      best = delimiter;
      best_evenness = even;
    }
  }
  return best;
}

// One pass over the text; stops at the first problem.
class Reader {
 public:
  Reader(std::string_view text, std::string file, char delimiter)
      : text_(text), file_(std::move(file)), delimiter_(delimiter) {}

  base::Result<CsvTable, Problem> read(int first_line_number) {
    line_ = first_line_number;
    CsvTable table;
    table.delimiter = delimiter_;
    while (at_ < text_.size()) {
      CsvRow row;
      row.line = line_;
      read_row(row.cells);
      if (problem_) {
        return *std::move(problem_);
      }
      if (!is_blank(row)) {
        table.rows.push_back(std::move(row));
      }
    }
    return table;
  }

 private:
  static bool is_blank(const CsvRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const std::string& cell) { return base::trim(cell).empty(); });
  }

  void read_row(std::vector<std::string>& cells) {
    line_start_ = at_;
    constexpr std::size_t kUsualWidth = 32;
    cells.reserve(std::min(last_width_, kUsualWidth));
    while (!problem_) {
      if (++cells_ > kMostCsvCells) {
        refuse(ProblemCode::kTooManyCells, line_, 0);
        return;
      }
      std::string& cell = cells.emplace_back();
      read_cell(cell, static_cast<int>(cells.size()));
      if (problem_ || at_ == text_.size()) {
        break;
      }
      char const end = text_[at_++];
      if (end != delimiter_) {
        end_line(end);
        break;
      }
    }
    last_width_ = cells.size();
  }

  void read_cell(std::string& cell, int column) {
    if (at_ < text_.size() && text_[at_] == '"') {
      read_quoted(cell, column);
    }
    std::size_t const start = at_;
    while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n' &&
           text_[at_] != '\r') {
      ++at_;
    }
    cell.append(text_, start, at_ - start);
    check_length();
  }

  void read_quoted(std::string& cell, int column) {
    int const opened = line_;
    std::size_t const opened_at = at_++;
    while (true) {
      std::size_t const next = text_.find_first_of("\"\r\n", at_);
      bool const too_long = std::min(next, text_.size()) - opened_at > kLongestCsvLine;
      if (next == std::string_view::npos || too_long) {
        refuse(ProblemCode::kQuoteNotClosed, opened, column);
        return;
      }
      cell.append(text_, at_, next - at_);
      at_ = next + 1;
      if (text_[next] != '"') {
        // Line ends inside quotes belong to the cell; "\r\n" becomes "\n".
        end_line(text_[next]);
        cell.push_back('\n');
      } else if (at_ < text_.size() && text_[at_] == '"') {
        cell.push_back(text_[at_++]);
      } else {
        return;
      }
    }
  }

  void end_line(char end) {
    if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') {
      ++at_;
    }
    ++line_;
    line_start_ = at_;
  }

  void check_length() {
    if (at_ - line_start_ > kLongestCsvLine && !problem_) {
      refuse(ProblemCode::kLineTooLong, line_, 0);
      problem_->facts = {std::to_string(kLongestCsvLine / 1000)};
    }
  }

  void refuse(ProblemCode code, int line, int column) {
    problem_.emplace();
    problem_->code = code;
    problem_->place = {file_, line, column, ""};
  }

  std::string_view text_;
  std::string file_;
  char delimiter_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  int line_ = 1;
  std::size_t cells_ = 0;
  std::size_t last_width_ = 0;
  std::optional<Problem> problem_;
};

}  // namespace

base::Result<CsvTable, Problem> read_csv(std::string_view bytes, const std::string& file) {
  base::Result<std::string, Problem> const decoded = decode_text(bytes, file);
  if (!decoded) {
    return decoded.failure();
  }
  std::string_view text = *decoded;
  // Some spreadsheets announce their delimiter in a first line of its own.
  std::string_view const announced = first_line(text);
  if (announced.size() == 5 && announced.starts_with("sep=") &&
      std::count(kDelimiters.begin(), kDelimiters.end(), announced.back()) != 0) {
    char const delimiter = announced.back();
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    return Reader(text, file, delimiter).read(2);
  }
  return Reader(text, file, find_delimiter(text)).read(1);
}

}  // namespace bocage::exchange
