#include "exchange/proceedings/row_cells.h"

#include <charconv>

#include "exchange/reading/number_text.h"

namespace bocage::exchange {

using territory::ProblemCode;

namespace {
constexpr int kUnitDecimals = 6;
}

void RowCells::wrong(ProblemCode code, std::size_t column, std::vector<std::string> facts) {
  good_ = false;
  report_.error(code, table_.place(row_, column), text(column), std::move(facts));
}

std::string RowCells::required(std::size_t column) {
  std::string written = text(column);
  if (written.empty()) {
    wrong(ProblemCode::kCellEmpty, column, {});
  }
  return written;
}

int RowCells::plan(std::size_t column, bool is_required) {
  std::string const written = is_required ? required(column) : text(column);
  if (written.empty()) {
    return 0;
  }
  constexpr int kMost = 100'000;
  int number = 0;
  auto const read = std::from_chars(written.data(), written.data() + written.size(), number);
  bool const whole = read.ec == std::errc() && read.ptr == written.data() + written.size();
  if (!whole || number < 1 || number > kMost) {
    wrong(ProblemCode::kPlanNumberWrong, column, {});
    return 0;
  }
  return number;
}

territory::Millionths RowCells::quantity(std::size_t column) {
  std::string const written = required(column);
  if (written.empty()) {
    return {};
  }
  auto const number = read_number(written, kUnitDecimals);
  if (!number) {
    wrong(number.failure().code, column, {number.failure().proposal, number.failure().rest});
    return {};
  }
  if (*number < 0) {
    wrong(ProblemCode::kNegative, column, {});
    return {};
  }
  if (*number > territory::kLargestMillionths) {
    wrong(ProblemCode::kNumberTooLarge, column, {});
    return {};
  }
  return territory::Millionths(*number);
}

std::optional<base::Day> RowCells::day(std::size_t column) {
  std::string const written = text(column);
  auto const day = base::parse_day(written);
  if (!day && !written.empty()) {
    wrong(ProblemCode::kDateWrong, column, {});
  }
  return day;
}

base::Moment RowCells::moment(std::size_t column) {
  std::string const written = required(column);
  auto const moment = base::parse_moment(written);
  if (!moment && !written.empty()) {
    wrong(ProblemCode::kMomentWrong, column, {});
  }
  return moment.value_or(base::Moment{});
}

bool RowCells::yes(std::size_t column) {
  std::string const written = text(column);
  if (written.empty() || written == "no" || written == "false" || written == "0") {
    return false;
  }
  if (written != "yes" && written != "true" && written != "1") {
    wrong(ProblemCode::kYesOrNo, column, {});
  }
  return true;
}

std::string RowCells::id(std::size_t column, const Lookup& lookup,
                         const std::vector<std::string>& ids, ProblemCode unknown) {
  std::string written = text(column);
  if (written.empty()) {
    return written;
  }
  Lookup::Answer const answer = lookup.find(written);
  if (answer.kind == Lookup::Answer::Kind::kFound) {
    return ids[answer.position];
  }
  report_.warning(unknown, table_.place(row_, column), written, {lookup.nearest(written)});
  return written;
}

territory::LineName RowCells::line(std::size_t contribution, std::size_t need, const Names& names) {
  return {id(contribution, names.contributions, names.contribution_ids,
             ProblemCode::kContributionUnknown),
          id(need, names.needs, names.need_ids, ProblemCode::kNeedUnknown)};
}

territory::LineName RowCells::full_line(std::size_t contribution, std::size_t need,
                                        const Names& names) {
  required(contribution);
  required(need);
  return line(contribution, need, names);
}

}  // namespace bocage::exchange
