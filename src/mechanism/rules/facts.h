#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "territory/legal_rule.h"

namespace bocage::mechanism::rules {

// What keeps a rule from being judged on a table.
struct Obstacle {
  territory::RuleObstacle kind = territory::RuleObstacle::kNone;
  std::string missing;
};

// A table as a rule reads it: columns by name, words compared without capitals and accents, numbers
// exact. What cannot be read is noted once, and stands in the way of a judgement.
class Facts {
 public:
  explicit Facts(const territory::FactTable& table) : table_(table) {}

  [[nodiscard]] std::size_t rows() const { return table_.rows.size(); }
  [[nodiscard]] int line(std::size_t row) const { return table_.lines[row]; }
  [[nodiscard]] bool holds(const territory::RuleConditions& conditions, std::size_t row);
  [[nodiscard]] std::string_view cell(std::string_view column, std::size_t row);
  [[nodiscard]] territory::Millionths number(std::string_view column, std::size_t row);
  // The cells of several columns, "driver, 2027-1".
  [[nodiscard]] std::string group(const std::vector<std::string>& columns, std::size_t row);
  // The id of a row, where it has one: names may be those of people.
  [[nodiscard]] std::string name(std::size_t row) const;

  [[nodiscard]] const Obstacle& obstacle() const { return obstacle_; }

 private:
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
  [[nodiscard]] bool holds(const territory::RuleCondition& condition, std::size_t row);
  [[nodiscard]] bool is_any(const territory::RuleCondition& condition, std::size_t row);
  void note(territory::RuleObstacle kind, std::string missing);

  const territory::FactTable& table_;
  Obstacle obstacle_;
};

}  // namespace bocage::mechanism::rules
