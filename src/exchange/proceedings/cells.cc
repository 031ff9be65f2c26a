#include "base/decimal.h"
#include "exchange/codes.h"
#include "exchange/proceedings/proceedings.h"

namespace bocage::exchange {
namespace {

constexpr int kUnitDecimals = 6;

std::string number(int value) { return value == 0 ? "" : std::to_string(value); }
std::string number(territory::Millionths value) {
  return base::format_decimal(value.count(), kUnitDecimals);
}
std::string day(const std::optional<base::Day>& value) {
  return value ? base::format_day(*value) : "";
}
template <class Value>
std::string word(const std::optional<Value>& value) {
  return value ? std::string(code_of(*value)) : "";
}
template <class Value>
std::string word(Value value) {
  return std::string(code_of(value));
}

void add(NamedCells& cells, const territory::Saying& saying) {
  cells.emplace_back("said_by", saying.said_by);
  cells.emplace_back("how", word(saying.how));
  cells.emplace_back("at", base::format_moment(saying.at));
  cells.emplace_back("noted_by", saying.noted_by);
}

}  // namespace

NamedCells cells_of(const territory::Step& step) {
  return {{"cycle", step.cycle},
          {"step", word(step.kind)},
          {"at", base::format_moment(step.at)},
          {"plan", number(step.plan)},
          {"answer", word(step.answer)},
          {"stakeholder", step.stakeholder},
          {"how", word(step.how)},
          {"noted_by", step.noted_by},
          {"note", step.note}};
}

NamedCells cells_of(const territory::StatedPosition& position) {
  NamedCells cells{{"cycle", position.cycle},
                   {"plan", number(position.plan)},
                   {"decision", position.decision},
                   {"stakeholder", position.stakeholder},
                   {"contribution", position.line.contribution},
                   {"need", position.line.need},
                   {"answer", word(position.answer)},
                   {"kind", word(position.kind)},
                   {"argument", position.argument},
                   {"change", word(position.change)},
                   {"value", position.value},
                   {"vote", position.vote ? "yes" : ""}};
  add(cells, position.saying);
  return cells;
}

NamedCells cells_of(const territory::Commitment& commitment) {
  return {{"cycle", commitment.cycle},
          {"plan", number(commitment.plan)},
          {"contribution", commitment.line.contribution},
          {"need", commitment.line.need},
          {"quantity", number(commitment.quantity)},
          {"from", day(commitment.from)},
          {"due", day(commitment.due)},
          {"strength", word(commitment.strength)}};
}

NamedCells cells_of(const territory::Delivery& delivery) {
  NamedCells cells{{"cycle", delivery.cycle},
                   {"plan", number(delivery.plan)},
                   {"contribution", delivery.line.contribution},
                   {"need", delivery.line.need},
                   {"side", word(delivery.side)},
                   {"outcome", word(delivery.outcome)},
                   {"quantity", number(delivery.quantity)},
                   {"until", day(delivery.until)}};
  add(cells, delivery.saying);
  cells.emplace_back("note", delivery.note);
  return cells;
}

NamedCells cells_of(const territory::DecisionStep& step) {
  return {{"decision", step.decision},
          {"step", word(step.kind)},
          {"about", word(step.about)},
          {"setting", step.setting},
          {"value", step.value},
          {"stakeholder", step.stakeholder},
          {"at", base::format_moment(step.at)},
          {"noted_by", step.noted_by},
          {"note", step.note}};
}

}  // namespace bocage::exchange
