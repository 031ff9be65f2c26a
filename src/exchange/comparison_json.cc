#include "exchange/comparison_json.h"

#include "base/sha256.h"
#include "exchange/codes.h"
#include "exchange/json_object.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

std::string behaviour_of(const ComparisonSettings& settings, Method method) {
  auto const place = static_cast<std::size_t>(method);
  JsonObject object;
  object.text("method", code_of(method));
  std::string stated;
  for (std::size_t k = 0; k < kBehaviourKeys; ++k) {
    auto const key = static_cast<BehaviourKey>(k);
    object.number(code_of(key), value_of(settings.behaviour[place], key));
    if (settings.stated[place][k]) {
      stated += (stated.empty() ? "\"" : ", \"") + std::string(code_of(key)) + "\"";
    }
  }
  return object.raw("stated", "[" + stated + "]").take();
}

std::string amounts(const std::vector<NamedAmount>& named) {
  JsonObject object;
  for (const NamedAmount& one : named) {
    object.number(one.name, one.amount);
  }
  return object.take();
}

std::string weights_of(const ComparisonSettings& settings) {
  JsonObject object;
  for (std::size_t k = 0; k < kMeasures; ++k) {
    if (settings.weight[k].count() > 0) {
      object.number(code_of(static_cast<Measure>(k)), settings.weight[k]);
    }
  }
  return object.take();
}

std::string settings_of(const ComparisonSettings& settings) {
  return JsonObject()
      .count("runs", settings.runs)
      .raw("seed", std::to_string(settings.seed))
      .number("spread", settings.spread)
      .raw("priority", json_list(settings.priority, quoted_json))
      .number("hour_value", settings.hour_value)
      .raw("transport", amounts(settings.transport))
      .raw("entry", amounts(settings.entry))
      .raw("paid_hours", json_list(settings.paid_hours, quoted_json))
      .raw("payments", json_list(settings.payments,
                                 [](const auto& one) { return one ? decimal_json(*one) : "null"; }))
      .count("cycles_a_year", settings.cycles_a_year)
      .count("hours_a_year", settings.hours_a_year)
      .raw("weights", weights_of(settings))
      .raw("behaviour",
           json_lines(kAllMethods, [&](Method method) { return behaviour_of(settings, method); }))
      .take();
}

std::string figures(const Figures& on_paper) {
  JsonObject object;
  for (std::size_t k = 0; k < kMeasures; ++k) {
    object.number(code_of(static_cast<Measure>(k)), on_paper[k]);
  }
  return object.take();
}

std::string run_figures(const MethodFigures& method) {
  JsonObject object;
  for (std::size_t k = 0; k < kMeasures; ++k) {
    if (const auto& figures = method.in_runs[k]) {
      object.raw(code_of(static_cast<Measure>(k)),
                 JsonObject()
                     .number("mean", figures->mean)
                     .number("worst", figures->worst)
                     .raw("worst_seed", std::to_string(figures->worst_seed))
                     .number("best_or_tied", figures->best_or_tied)
                     .take());
    }
  }
  return object.take();
}

std::string unit(const UnitFigures& one) {
  return JsonObject()
      .text("unit", one.unit)
      .number("needed", one.needed)
      .number("offered", one.offered)
      .number("useful", one.useful)
      .number("wasted", one.wasted)
      .number("left", one.left)
      .number("unit_km", one.unit_km)
      .number("need_weighted", one.weighted)
      .take();
}

std::string kind(const KindFigures& one) {
  return JsonObject()
      .text("kind", one.kind)
      .count("needs", one.needs)
      .count("served", one.served)
      .count("below_minimum", one.below_minimum)
      .count("zero_service", one.zero_service)
      .take();
}

std::string method(const MethodFigures& one) {
  JsonObject object;
  object.text("method", code_of(one.method));
  if (one.why_not != NotCompared::kNone) {
    return object.text("not_compared", code_of(one.why_not)).count("lacking", one.lacking).take();
  }
  if (one.method == Method::kInformed) {
    object.text("on_paper_equal_to", code_of(Method::kCooperation));
  }
  return object.raw("on_paper", figures(one.on_paper))
      .raw("by_unit", json_list(one.by_unit, unit))
      .raw("by_kind", json_list(one.by_kind, kind))
      .raw("in_runs", run_figures(one))
      .number("rank_acceptability", one.rank_acceptability)
      .count("needs_that_gain_by_a_lie", one.lies_gain)
      .number("best_lie", one.best_lie)
      .take();
}

std::string flip(const Flip& one) {
  return JsonObject()
      .text("measure", code_of(one.measure))
      .text("cooperation", one.key ? code_of(*one.key) : "together")
      .text("rival", code_of(one.rival))
      .truth("ahead_now", one.ahead_now)
      .number("turns_at", one.at)
      .take();
}

std::string by_method(const std::array<std::optional<Millionths>, kMethods>& values) {
  JsonObject object;
  for (Method const method : kAllMethods) {
    if (const auto& value = values[static_cast<std::size_t>(method)]) {
      object.number(code_of(method), *value);
    }
  }
  return object.take();
}

std::string grid_point(const GridPoint& point) {
  return JsonObject()
      .number("needs_apart", point.needs_apart)
      .number("means_apart", point.means_apart)
      .raw("served", by_method(point.served))
      .raw("need_weighted", by_method(point.need_weighted))
      .take();
}

std::string price(const MarketPrices& one) {
  return JsonObject()
      .text("resource", one.resource)
      .text("unit", one.unit)
      .count("needs", one.needs)
      .number("least", one.least)
      .number("mean", one.mean)
      .number("most", one.most)
      .number("entered", one.entered)
      .take();
}

std::string own(const OwnOutcome& one) {
  return JsonObject()
      .text("method", code_of(one.method))
      .text("need", one.need)
      .number("useful", one.useful)
      .number("pays", one.pays)
      .truth("priced_out", one.priced_out)
      .take();
}

std::string trade_off(const TradeOff& off) {
  return JsonObject()
      .text("unit", off.unit)
      .number("most_quantity", off.most_quantity)
      .number("value_of_most_quantity", off.value_of_most_quantity)
      .number("quantity_of_most_value", off.quantity_of_most_value)
      .number("most_value", off.most_value)
      .take();
}

std::string measures(const std::vector<Measure>& list) {
  return json_list(list, [](Measure measure) { return quoted_json(code_of(measure)); });
}

void add_what_it_rests_on(const Comparison& all, JsonDocument& document) {
  document.text("format", "bocage-comparison/1")
      .text("engine", all.engine)
      .text("territory", all.territory)
      .text("input_sha256", all.input_sha256)
      .text("settings_sha256", all.settings_sha256)
      .text("criteria_sha256", all.criteria_sha256)
      .text("currency", all.currency)
      .raw("settings", settings_of(all.settings))
      .count("stakeholders", all.stakeholders)
      .count("nothing_said", all.nothing_said)
      .count("needs", all.needs)
      .count("needs_with_price", all.needs_with_price)
      .count("needs_with_intensity", all.needs_with_intensity)
      .count("nothing_possible", all.nothing_possible)
      .count("decided_together", all.decided_together)
      .count("contributions", all.contributions)
      .count("contributions_with_cost", all.contributions_with_cost)
      .raw("transport_unpriced", json_list(all.transport_unpriced, quoted_json));
}

}  // namespace

std::string write_comparison(const Comparison& all) {
  JsonDocument document;
  add_what_it_rests_on(all, document);
  document.raw("losses", measures(all.losses))
      .raw("losses_on_paper", measures(all.losses_on_paper))
      .raw("methods", json_lines(all.methods, method))
      .raw("flips", json_lines(all.flips, flip))
      .raw("grid", json_lines(all.grid, grid_point))
      .raw("equilibrium_is_certified", all.equilibrium_is_certified
                                           ? (*all.equilibrium_is_certified ? "true" : "false")
                                           : "null")
      .raw("prices", json_lines(all.prices, price))
      .raw("trade_off", all.trade_off ? trade_off(*all.trade_off) : "null")
      .raw("solidarity_gap_per_unit", (all.gap_per_unit ? decimal_json(*all.gap_per_unit) : "null"))
      .raw("lm3", (all.lm3 ? decimal_json(*all.lm3) : "null"))
      .count("lies_tried", all.lies_tried)
      .count("needs_lying", all.needs_lying)
      .raw("seeds", json_list(all.seeds, [](std::uint64_t seed) { return std::to_string(seed); }));
  if (!all.own.empty()) {
    document.raw("own", json_lines(all.own, own));
  }
  return document.take();
}

std::string comparison_settings_sha256(const ComparisonSettings& settings) {
  return base::sha256_hex(settings_of(settings));
}

std::string criteria_sha256(const ComparisonSettings& settings) {
  return base::sha256_hex(weights_of(settings));
}

}  // namespace bocage::exchange
