#include "exchange/canonical.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

#include "base/calendar.h"
#include "base/sha256.h"
#include "exchange/codes.h"
#include "exchange/json.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

// One object; keys are added in their bytewise order, absent values not at all.
class Row {
 public:
  Row& raw(std::string_view key, std::string_view json) {
    assert(last_key_ < key);
    last_key_ = key;
    json_ += json_.size() > 1 ? "," : "";
    append_json_string(json_, key);
    json_ += ":";
    json_ += json;
    return *this;
  }
  Row& text(std::string_view key, std::string_view value) {
    if (value.empty()) {
      return *this;
    }
    std::string json;
    append_json_string(json, value);
    return raw(key, json);
  }
  template <class Number>
  Row& number(std::string_view key, const std::optional<Number>& value) {
    return value ? raw(key, std::to_string(*value)) : *this;
  }
  Row& number(std::string_view key, std::int64_t value) { return raw(key, std::to_string(value)); }
  template <class Tag>
  Row& amount(std::string_view key, const std::optional<base::Amount<Tag>>& value) {
    return value ? number(key, value->count()) : *this;
  }
  [[nodiscard]] std::string take() { return std::move(json_) + "}"; }

 private:
  std::string json_ = "{";
  std::string_view last_key_;
};

std::string day_or_open(base::Day day, bool open) { return open ? "" : base::format_day(day); }

std::optional<std::int32_t> longitude_of(const std::optional<Position>& position) {
  return position ? std::optional(position->longitude) : std::nullopt;
}
std::optional<std::int32_t> latitude_of(const std::optional<Position>& position) {
  return position ? std::optional(position->latitude) : std::nullopt;
}

using Centre = std::pair<const std::string, Position>;  // the code of a commune, and its centre

std::map<std::string, Position> centres_of(const Territory& territory) {
  std::map<std::string, Position> centres;
  for (const Stakeholder& stakeholder : territory.stakeholders) {
    if (!stakeholder.position && stakeholder.commune_centre) {
      centres.emplace(stakeholder.commune, *stakeholder.commune_centre);
    }
  }
  return centres;
}

// The rows of one territory as canonical JSON texts. Lists of indices ascend, and tables are sorted
// by id, so that lists of ids come out sorted too.
class Canonical {
 public:
  explicit Canonical(const Territory& territory) : territory_(territory) {}

  [[nodiscard]] std::string settings() const {
    const Settings& settings = territory_.settings;
    std::string order;
    for (Criterion const criterion : settings.order) {
      order += order.empty() ? "[" : ",";
      append_json_string(order, code_of(criterion));
    }
    return Row()
        .text("below_minimum", code_of(settings.below_minimum))
        .text("currency", settings.currency)
        .number("detour", settings.detour.count())
        .number("format", 1)
        .text("language", code_of(settings.language))
        .raw("lot", std::to_string(settings.lot))
        .number("memory", settings.memory)
        .text("name", settings.name)
        .raw("order", order.empty() ? "[]" : order + "]")
        .text("rule", code_of(settings.rule))
        .take();
  }

  [[nodiscard]] std::string row(const Stakeholder& stakeholder) const {
    return Row()
        .text("commune", stakeholder.commune)
        .text("id", stakeholder.id)
        .text("kind", stakeholder.kind)
        .number("latitude", latitude_of(stakeholder.position))
        .number("longitude", longitude_of(stakeholder.position))
        .text("name", stakeholder.name)
        .number("people", stakeholder.people)
        .text("siret", stakeholder.siret)
        .take();
  }

  // Of a commune that places somebody: where. It comes from a table of ours, not from the
  // territory, and yet the plan depends on it.
  [[nodiscard]] std::string row(const Centre& centre) const {
    return Row()
        .text("code", centre.first)
        .number("latitude", std::int64_t{centre.second.latitude})
        .number("longitude", std::int64_t{centre.second.longitude})
        .take();
  }

  [[nodiscard]] std::string row(const Resource& resource) const {
    const Family& family = territory_.families[resource.family.position()];
    return Row()
        .text("broader", resource.broader ? id(*resource.broader) : "")
        .text("id", resource.id)
        .text("name", resource.name)
        .amount("quantum", family.quantum_is_assumed ? std::nullopt : std::optional(family.quantum))
        .text("unit", resource.unit)
        .amount("work_hours", resource.work_hours)
        .text("work_skill", resource.work_skill ? id(*resource.work_skill) : "")
        .take();
  }

  [[nodiscard]] std::string row(const Need& need) const {
    return Row()
        .text("depends_on", ids(need.depends_on))
        .text("from", day_or_open(need.window.first, need.window.is_open_start()))
        .text("id", need.id)
        .number("intensity", need.intensity)
        .number("latitude", latitude_of(need.position))
        .number("longitude", longitude_of(need.position))
        .amount("lot_size", need.lot_size)
        .amount("minimum", need.minimum == Quanta(0) ? std::nullopt : std::optional(need.minimum))
        .number("people", need.people)
        .amount("price", need.price)
        .text("problem", need.problem)
        .number("quantity", need.quantity.count())
        .amount("reach_km", need.reach)
        .text("resource", ids(need.resources))
        .amount("smallest_delivery", need.smallest_delivery)
        .text("stakeholder", id(need.stakeholder))
        .text("until", day_or_open(need.window.last, need.window.is_open_end()))
        .take();
  }

  [[nodiscard]] std::string row(const Contribution& contribution) const {
    return Row()
        .amount("cost", contribution.cost)
        .text("depends_on", ids(contribution.depends_on))
        .text("from", day_or_open(contribution.window.first, contribution.window.is_open_start()))
        .text("id", contribution.id)
        .number("latitude", latitude_of(contribution.position))
        .number("longitude", longitude_of(contribution.position))
        .amount("lot_size", contribution.lot_size)
        .text("problem", contribution.problem)
        .number("quantity", contribution.quantity.count())
        .amount("reach_km", contribution.reach)
        .text("resource", ids(contribution.resources))
        .amount("smallest_delivery", contribution.smallest_delivery)
        .text("stakeholder", id(contribution.stakeholder))
        .text("until", day_or_open(contribution.window.last, contribution.window.is_open_end()))
        .take();
  }

  // What a recipe takes or makes of a resource.
  struct RecipeRow {
    const Recipe& recipe;
    const RecipePart& part;
    std::string_view side;
  };
  [[nodiscard]] std::string row(const RecipeRow& one) const {
    return Row()
        .amount("loss",
                one.part.loss == Millionths(0) ? std::nullopt : std::optional(one.part.loss))
        .number("quantity", one.part.quantity.count())
        .text("recipe", one.recipe.id)
        .text("resource", id(one.part.resource))
        .text("side", one.side)
        .take();
  }
  [[nodiscard]] std::vector<RecipeRow> recipe_rows() const {
    std::vector<RecipeRow> rows;
    for (const Recipe& recipe : territory_.recipes) {
      for (const RecipePart& part : recipe.takes) {
        rows.push_back({recipe, part, "takes"});
      }
      for (const RecipePart& part : recipe.makes) {
        rows.push_back({recipe, part, "makes"});
      }
    }
    return rows;
  }

  // Its days, place and reach are those of what it makes.
  [[nodiscard]] std::string row(const Activity& activity) const {
    const Contribution& made = territory_.contributions[activity.makes.front().position()];
    return Row()
        .amount("batch", activity.batch)
        .number("capacity", activity.capacity.count())
        .text("depends_on", ids(made.depends_on))
        .text("from", day_or_open(made.window.first, made.window.is_open_start()))
        .text("id", activity.id)
        .number("latitude", latitude_of(made.position))
        .number("longitude", longitude_of(made.position))
        .amount("reach_km", made.reach)
        .text("recipe", territory_.recipes[activity.recipe].id)
        .text("stakeholder", id(activity.stakeholder))
        .text("until", day_or_open(made.window.last, made.window.is_open_end()))
        .take();
  }

  [[nodiscard]] std::string row(const ListedLink& link) const {
    return Row()
        .text("contribution", id(link.contribution))
        .amount("km", link.distance)
        .text("need", id(link.need))
        .amount("value", link.value)
        .take();
  }

  [[nodiscard]] std::string row(const Ban& ban) const {
    std::string const from = ban.from_contribution  ? id(*ban.from_contribution)
                             : ban.from_stakeholder ? id(*ban.from_stakeholder)
                                                    : "*";
    std::string const to = ban.to_need          ? id(*ban.to_need)
                           : ban.to_stakeholder ? id(*ban.to_stakeholder)
                                                : "*";
    return Row().text("from", from).text("reason", ban.reason).text("to", to).take();
  }

  [[nodiscard]] std::string row(const ArrangedLine& line) const {
    return Row()
        .text("contribution", id(line.contribution))
        .text("kind", code_of(line.kind))
        .text("need", id(line.need))
        .number("quantity", line.quantity.count())
        .take();
  }

  [[nodiscard]] std::string row(const ReceivedRow& received) const {
    Row row;
    row.text("cycle", received.cycle)
        .number("needed", received.needed.count())
        .number("quantity", received.quantity.count())
        .text("resource", id(received.resource));
    if (received.set_aside) {
      row.raw("set_aside", "true");
    }
    return row.text("stakeholder", id(received.stakeholder)).take();
  }

  [[nodiscard]] std::string row(const SharedProblem& problem) const {
    return Row()
        .text("id", problem.id)
        .text("place", problem.place)
        .text("raised_by", problem.raised_by ? id(*problem.raised_by) : "")
        .text("shared_by", ids(problem.shared_by))
        .text("theme", problem.theme)
        .text("title", problem.title)
        .take();
  }

  // `"name":[rows]`; rows with an id stand sorted by it already, the others by their own text.
  template <class Table>
  [[nodiscard]] std::string table(std::string_view name, const Table& rows, bool has_id) const {
    std::vector<std::string> texts;
    texts.reserve(rows.size());
    for (const auto& one : rows) {
      texts.push_back(row(one));
    }
    if (!has_id) {
      std::sort(texts.begin(), texts.end());
    }
    std::string json;
    append_json_string(json, name);
    json += ":[";
    for (std::size_t i = 0; i < texts.size(); ++i) {
      json += i == 0 ? "" : ",";
      json += texts[i];
    }
    return json + "]";
  }

 private:
  [[nodiscard]] const std::string& id(StakeholderIndex stakeholder) const {
    return territory_.stakeholders[stakeholder.position()].id;
  }
  [[nodiscard]] const std::string& id(ResourceIndex resource) const {
    return territory_.resources[resource.position()].id;
  }
  [[nodiscard]] const std::string& id(NeedIndex need) const {
    return territory_.needs[need.position()].id;
  }
  [[nodiscard]] const std::string& id(ContributionIndex contribution) const {
    return territory_.contributions[contribution.position()].id;
  }
  [[nodiscard]] std::string ids(const std::vector<Condition>& conditions) const {
    std::vector<std::string> texts;
    texts.reserve(conditions.size());
    for (const Condition& condition : conditions) {
      texts.push_back(condition.need ? id(*condition.need) : id(*condition.contribution));
    }
    std::sort(texts.begin(), texts.end());
    std::string joined;
    for (const std::string& text : texts) {
      joined += joined.empty() ? "" : " ";
      joined += text;
    }
    return joined;
  }
  template <class Index>
  [[nodiscard]] std::string ids(std::vector<Index> indices) const {
    std::sort(indices.begin(), indices.end());
    std::string joined;
    for (Index const index : indices) {
      joined += joined.empty() ? "" : " ";
      joined += id(index);
    }
    return joined;
  }

  const Territory& territory_;
};

}  // namespace

std::string canonical_text(const Territory& territory) {
  Canonical const canonical(territory);
  std::string json = "{";
  auto const add = [&](std::string_view name, const auto& rows, bool has_id) {
    if (!rows.empty()) {
      json += canonical.table(name, rows, has_id) + ",";
    }
  };
  // What activities take and make is told by their own rows.
  auto const written = [](auto rows) {
    std::erase_if(rows, [](const auto& one) { return one.activity.has_value(); });
    return rows;
  };
  bool const has_activities = !territory.activities.empty();
  add("activities", territory.activities, true);
  add("arranged", territory.arranged, false);
  add("bans", territory.bans, false);
  add("communes", centres_of(territory), true);
  if (has_activities) {
    add("contributions", written(territory.contributions), true);
  } else {
    add("contributions", territory.contributions, true);
  }
  if (territory.has_links) {
    json += canonical.table("links", territory.links, false) + ",";
  }
  if (has_activities) {
    add("needs", written(territory.needs), true);
  } else {
    add("needs", territory.needs, true);
  }
  add("problems", territory.problems, true);
  add("received", territory.received, false);
  if (has_activities) {
    add("recipes", canonical.recipe_rows(), false);
  }
  add("resources", territory.resources, true);
  add("stakeholders", territory.stakeholders, true);
  return json + "\"territory\":" + canonical.settings() + "}";
}

std::string input_sha256(const Territory& territory) {
  return base::sha256_hex(canonical_text(territory));
}

}  // namespace bocage::exchange
