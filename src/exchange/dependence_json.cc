#include "exchange/dependence_json.h"

#include <array>

#include "exchange/json_object.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

std::string dependence(const Dependence& one) {
  return JsonObject()
      .text("receiver", one.receiver)
      .text("giver", one.giver)
      .text("unit", one.unit)
      .number("quantity", one.quantity)
      .number("of_received", one.of_received)
      .count("lines", one.lines)
      .take();
}

std::string unit(const UnitSummary& one) {
  return JsonObject()
      .text("unit", one.unit)
      .number("gave", one.needed)
      .number("others_lose", one.served)
      .take();
}

std::string change(const Change& one) {
  return JsonObject().text("need", one.need).number("from", one.from).number("to", one.to).take();
}

std::string step_in(const StepIn& one) {
  return JsonObject()
      .text("contribution", one.contribution)
      .number("from", one.from)
      .number("to", one.to)
      .take();
}

std::string absence(const Absence& one) {
  JsonObject object;
  object.text("stakeholder", one.stakeholder)
      .count("needs_losing", one.needs_losing)
      .count("needs_to_nothing", one.needs_to_nothing)
      .number("fill_lost", one.fill_lost)
      .raw("by_unit", json_list(one.by_unit, unit))
      .raw("losers", json_list(one.losers, change))
      .raw("gainers", json_list(one.gainers, change))
      .raw("steps_in", json_list(one.steps_in, step_in));
  if (one.not_planned) {
    object.truth("not_planned", true);
  }
  return object.take();
}

std::string circle(const Circle& one) {
  return JsonObject().texts("stakeholders", one.stakeholders).texts("round", one.round).take();
}

std::string island(const Island& one) {
  return JsonObject()
      .texts("stakeholders", one.stakeholders)
      .count("needs", one.needs)
      .count("contributions", one.contributions)
      .take();
}

std::string bridge(const Bridge& one) {
  constexpr std::array<std::string_view, 4> kKinds{"reach", "ban", "not_listed", "means"};
  JsonObject object;
  object.text("kind", kKinds[static_cast<std::size_t>(one.kind)])
      .count("from_island", one.from_island)
      .count("to_island", one.to_island);
  if (!one.contribution.empty()) {
    object.text("contribution", one.contribution);
  }
  object.text("need", one.need);
  if (!one.other_need.empty()) {
    object.text("other_need", one.other_need);
  }
  object.kilometres("km", one.distance);
  if (one.reach) {
    object.kilometres("reach_km", *one.reach);
  }
  return object.number("could_carry", one.could_carry).take();
}

}  // namespace

std::string write_dependence(const DependenceReport& report) {
  return JsonDocument()
      .text("format", "bocage-dependence/1")
      .text("territory", report.territory)
      .text("input_sha256", report.input_sha256)
      .raw("absences", json_lines(report.absences, absence))
      .raw("dependences", json_lines(report.dependences, dependence))
      .raw("circles", json_lines(report.circles, circle))
      .raw("islands", json_lines(report.islands, island))
      .count("alone", report.alone)
      .raw("bridges", json_lines(report.bridges, bridge))
      .truth("bridges_searched", report.bridges_searched)
      .take();
}

}  // namespace bocage::exchange
