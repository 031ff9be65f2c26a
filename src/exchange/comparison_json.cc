#include "exchange/comparison_json.h"

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/sha256.h"
#include "exchange/codes.h"
#include "exchange/json.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string decimal(Millionths number) { return base::format_decimal(number.count(), 6); }
std::string decimal_or_null(const std::optional<Millionths>& number) {
  return number ? decimal(*number) : "null";
}
std::string_view boolean(bool yes) { return yes ? "true" : "false"; }

// An object whose keys come in the order they are added.
class Object {
 public:
  Object& raw(std::string_view key, std::string_view json) {
    json_ += json_.size() > 1 ? ", " : "";
    json_ += fmt::format("\"{}\": {}", key, json);
    return *this;
  }
  Object& text(std::string_view key, std::string_view value) { return raw(key, quoted(value)); }
  Object& count(std::string_view key, std::int64_t value) {
    return raw(key, std::to_string(value));
  }
  Object& number(std::string_view key, Millionths value) { return raw(key, decimal(value)); }
  Object& number(std::string_view key, const std::optional<Millionths>& value) {
    return raw(key, decimal_or_null(value));
  }
  [[nodiscard]] std::string take() const { return json_ + "}"; }

 private:
  std::string json_ = "{";
};

template <class Values, class Write>
std::string list(const Values& values, const Write& write, std::string_view indent) {
  std::string out = "[";
  for (const auto& value : values) {
    out += out.size() > 1 ? "," : "";
    out += "\n";
    out += indent;
    out += write(value);
  }
  return out + "]";
}

template <class Values, class Write>
std::string short_list(const Values& values, const Write& write) {
  std::string out = "[";
  for (const auto& value : values) {
    out += out.size() > 1 ? ", " : "";
    out += write(value);
  }
  return out + "]";
}

std::string behaviour_of(const ComparisonSettings& settings, Method method) {
  auto const place = static_cast<std::size_t>(method);
  Object object;
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
  Object object;
  for (const NamedAmount& one : named) {
    std::string key = quoted(one.name);
    object.raw(key.substr(1, key.size() - 2), decimal(one.amount));
  }
  return object.take();
}

std::string weights_of(const ComparisonSettings& settings) {
  Object object;
  for (std::size_t k = 0; k < kMeasures; ++k) {
    if (settings.weight[k].count() > 0) {
      object.number(code_of(static_cast<Measure>(k)), settings.weight[k]);
    }
  }
  return object.take();
}

std::string settings_of(const ComparisonSettings& settings) {
  return Object()
      .count("runs", settings.runs)
      .raw("seed", std::to_string(settings.seed))
      .number("spread", settings.spread)
      .raw("priority", short_list(settings.priority, quoted))
      .number("hour_value", settings.hour_value)
      .raw("transport", amounts(settings.transport))
      .raw("entry", amounts(settings.entry))
      .raw("paid_hours", short_list(settings.paid_hours, quoted))
      .count("cycles_a_year", settings.cycles_a_year)
      .count("hours_a_year", settings.hours_a_year)
      .raw("weights", weights_of(settings))
      .raw("behaviour",
           list(
               kAllMethods, [&](Method method) { return behaviour_of(settings, method); }, "    "))
      .take();
}

std::string figures(const Figures& on_paper) {
  Object object;
  for (std::size_t k = 0; k < kMeasures; ++k) {
    object.number(code_of(static_cast<Measure>(k)), on_paper[k]);
  }
  return object.take();
}

std::string run_figures(const MethodFigures& method) {
  Object object;
  for (std::size_t k = 0; k < kMeasures; ++k) {
    if (const auto& figures = method.in_runs[k]) {
      object.raw(code_of(static_cast<Measure>(k)),
                 Object()
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
  return Object()
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
  return Object()
      .text("kind", one.kind)
      .count("needs", one.needs)
      .count("served", one.served)
      .count("below_minimum", one.below_minimum)
      .count("zero_service", one.zero_service)
      .take();
}

std::string method(const MethodFigures& one) {
  Object object;
  object.text("method", code_of(one.method));
  if (one.why_not != NotCompared::kNone) {
    return object.text("not_compared", code_of(one.why_not)).count("lacking", one.lacking).take();
  }
  if (one.method == Method::kInformed) {
    object.text("on_paper_equal_to", code_of(Method::kCooperation));
  }
  return object.raw("on_paper", figures(one.on_paper))
      .raw("by_unit", short_list(one.by_unit, unit))
      .raw("by_kind", short_list(one.by_kind, kind))
      .raw("in_runs", run_figures(one))
      .number("rank_acceptability", one.rank_acceptability)
      .count("needs_that_gain_by_a_lie", one.lies_gain)
      .number("best_lie", one.best_lie)
      .take();
}

std::string flip(const Flip& one) {
  return Object()
      .text("measure", code_of(one.measure))
      .text("cooperation", one.key ? code_of(*one.key) : "together")
      .text("rival", code_of(one.rival))
      .raw("ahead_now", boolean(one.ahead_now))
      .number("turns_at", one.at)
      .take();
}

std::string by_method(const std::array<std::optional<Millionths>, kMethods>& values) {
  Object object;
  for (Method const method : kAllMethods) {
    if (const auto& value = values[static_cast<std::size_t>(method)]) {
      object.number(code_of(method), *value);
    }
  }
  return object.take();
}

std::string grid_point(const GridPoint& point) {
  return Object()
      .number("needs_apart", point.needs_apart)
      .number("means_apart", point.means_apart)
      .raw("served", by_method(point.served))
      .raw("need_weighted", by_method(point.need_weighted))
      .take();
}

std::string price(const MarketPrices& one) {
  return Object()
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
  return Object()
      .text("method", code_of(one.method))
      .text("need", one.need)
      .number("useful", one.useful)
      .number("pays", one.pays)
      .raw("priced_out", boolean(one.priced_out))
      .take();
}

std::string trade_off(const TradeOff& off) {
  return Object()
      .text("unit", off.unit)
      .number("most_quantity", off.most_quantity)
      .number("value_of_most_quantity", off.value_of_most_quantity)
      .number("quantity_of_most_value", off.quantity_of_most_value)
      .number("most_value", off.most_value)
      .take();
}

std::string measures(const std::vector<Measure>& list) {
  return short_list(list, [](Measure measure) { return quoted(code_of(measure)); });
}

// The document as top-level keys, one a line.
class Document {
 public:
  Document& raw(std::string_view key, std::string_view json) {
    out_ += out_.empty() ? "{\n" : ",\n";
    out_ += fmt::format("  \"{}\": {}", key, json);
    return *this;
  }
  Document& text(std::string_view key, std::string_view value) { return raw(key, quoted(value)); }
  Document& count(std::string_view key, std::int64_t value) {
    return raw(key, std::to_string(value));
  }
  [[nodiscard]] std::string take() const { return out_ + "\n}\n"; }

 private:
  std::string out_;
};

void add_what_it_rests_on(const Comparison& all, Document& document) {
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
      .count("contributions", all.contributions)
      .count("contributions_with_cost", all.contributions_with_cost)
      .raw("transport_unpriced", short_list(all.transport_unpriced, quoted));
}

}  // namespace

std::string write_comparison(const Comparison& all) {
  Document document;
  add_what_it_rests_on(all, document);
  document.raw("losses", measures(all.losses))
      .raw("losses_on_paper", measures(all.losses_on_paper))
      .raw("methods", list(all.methods, method, "    "))
      .raw("flips", list(all.flips, flip, "    "))
      .raw("grid", list(all.grid, grid_point, "    "))
      .raw("prices", list(all.prices, price, "    "))
      .raw("trade_off", all.trade_off ? trade_off(*all.trade_off) : "null")
      .raw("solidarity_gap_per_unit", decimal_or_null(all.gap_per_unit))
      .raw("lm3", decimal_or_null(all.lm3))
      .count("lies_tried", all.lies_tried)
      .count("needs_lying", all.needs_lying)
      .raw("seeds", short_list(all.seeds, [](std::uint64_t seed) { return std::to_string(seed); }));
  if (!all.own.empty()) {
    document.raw("own", list(all.own, own, "    "));
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
