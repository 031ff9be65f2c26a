#include "exchange/reading/lookup.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/reading/spelling.h"

namespace bocage::exchange {

void Lookup::add(std::string_view id, std::string_view name) {
  std::size_t const position = rows_.size();
  rows_.push_back({std::string(id), std::string(name)});
  if (!id.empty()) {
    by_id_.emplace(id, position);
  }
  if (!name.empty()) {
    by_name_[base::fold(name)].push_back(position);
  }
}

bool Lookup::has_id(std::string_view id) const { return by_id_.find(id) != by_id_.end(); }

Lookup::Answer Lookup::find(std::string_view text) const {
  if (auto const by_id = by_id_.find(text); by_id != by_id_.end()) {
    return {Answer::Kind::kFound, by_id->second, {}};
  }
  auto const by_name = by_name_.empty() ? by_name_.end() : by_name_.find(base::fold(text));
  if (by_name == by_name_.end()) {
    return {};
  }
  std::vector<std::size_t> named = by_name->second;
  // Written exactly so, a name is better known than one that differs by case or accents.
  std::vector<std::size_t> exactly;
  std::copy_if(named.begin(), named.end(), std::back_inserter(exactly),
               [&](std::size_t position) { return rows_[position].name == text; });
  if (!exactly.empty()) {
    named = std::move(exactly);
  }
  if (named.size() == 1) {
    return {Answer::Kind::kFound, named.front(), {}};
  }
  Answer answer{Answer::Kind::kAmbiguous, 0, {}};
  for (std::size_t const position : named) {
    answer.candidates.push_back(rows_[position].id);
  }
  return answer;
}

std::string Lookup::nearest(std::string_view text) const {
  if (patience_ < rows_.size()) {
    return "";
  }
  patience_ -= rows_.size();
  NearestSpelling search(text);
  for (const Row& row : rows_) {
    search.consider(row.id, row.id);
    search.consider(row.name, row.name);
  }
  return search.nearest();
}

}  // namespace bocage::exchange
