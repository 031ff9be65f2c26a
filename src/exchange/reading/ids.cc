#include "exchange/reading/ids.h"

#include <utility>

#include "base/text.h"

namespace bocage::exchange {
namespace {

using territory::Place;
using territory::ProblemCode;

// "needs.csv:7", understood in every language.
std::string short_place(const Place& place) {
  return place.path.empty() ? place.file + ":" + std::to_string(place.line) : place.path;
}

bool has_space(std::string_view id) {
  return id.find_first_of(" \t\r\n\v\f") != std::string_view::npos ||
         id.find("\xC2\xA0") != std::string_view::npos;
}

}  // namespace

void IdSpace::claim(const RawTable& table, std::size_t id_column, Report& report) {
  if (!table.readable()) {
    return;
  }
  first_seen_.reserve(first_seen_.size() + table.size());
  for (std::size_t row = 0; row < table.size(); ++row) {
    std::string id(table.cell(row, id_column));
    if (id.empty()) {
      continue;
    }
    if (has_space(id) || id == "*") {
      report.error(ProblemCode::kIdWithSpace, table.place(row, id_column), id, {base::slug(id)});
    }
    auto const [seen, is_new] = first_seen_.emplace(std::move(id), Claim{&table, row});
    if (!is_new) {
      const Claim& first = seen->second;
      report.error(ProblemCode::kIdRepeated, table.place(row, id_column), seen->first,
                   {short_place(first.table->place(first.row))});
    }
  }
}

std::string IdSpace::derive(std::string_view text, std::string_view otherwise) {
  std::string base = base::slug(text);
  if (base.empty()) {
    base = otherwise;
  }
  int& suffix = last_suffix_[base];
  while (true) {
    ++suffix;
    std::string id = suffix == 1 ? base : base + "-" + std::to_string(suffix);
    if (first_seen_.emplace(id, Claim{}).second) {
      return id;
    }
  }
}

}  // namespace bocage::exchange
