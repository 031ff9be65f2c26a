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
  for (std::size_t row = 0; row < table.size(); ++row) {
    std::string id(table.cell(row, id_column));
    if (id.empty()) {
      continue;
    }
    if (has_space(id) || id == "*") {
      report.error(ProblemCode::kIdWithSpace, table.place(row, id_column), id, {base::slug(id)});
    }
    Place const place = table.place(row, id_column);
    auto const [seen, is_new] = first_seen_.emplace(std::move(id), short_place(place));
    if (!is_new) {
      report.error(ProblemCode::kIdRepeated, place, seen->first, {seen->second});
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
    if (first_seen_.emplace(id, "").second) {
      return id;
    }
  }
}

}  // namespace bocage::exchange
