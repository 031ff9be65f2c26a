#include "check/territory_json.h"

#include "base/decimal.h"
#include "exchange/codes.h"
#include "exchange/json.h"

namespace bocage::check_tests {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

std::string decimal(base::Int128 count, int decimals) {
  return base::format_decimal(count, decimals);
}

// One object of a table; what is absent is left out.
class Row {
 public:
  Row& raw(const char* key, const std::string& value) {
    json_ += json_.size() > 1 ? ", " : "";
    exchange::append_json_string(json_, key);
    json_ += ": " + value;
    return *this;
  }
  Row& text(const char* key, const std::string& value) {
    std::string quoted;
    exchange::append_json_string(quoted, value);
    return value.empty() ? *this : raw(key, quoted);
  }
  template <class Tag>
  Row& amount(const char* key, const std::optional<base::Amount<Tag>>& value, int decimals) {
    return value ? raw(key, decimal(value->count(), decimals)) : *this;
  }
  Row& people(const std::optional<std::int64_t>& value) {
    return value ? raw("people", std::to_string(*value)) : *this;
  }
  Row& place(const std::optional<Position>& position) {
    return position ? raw("longitude", decimal(position->longitude, 7))
                          .raw("latitude", decimal(position->latitude, 7))
                    : *this;
  }
  Row& window(const base::DayRange& range) {
    text("from", range.is_open_start() ? "" : base::format_day(range.first));
    return text("until", range.is_open_end() ? "" : base::format_day(range.last));
  }
  [[nodiscard]] std::string take() const { return json_ + "}"; }

 private:
  std::string json_ = "{";
};

class Writer {
 public:
  explicit Writer(const Territory& territory) : territory_(territory) {}

  std::string write() const {
    std::string json = "{\"territory\": " + settings();
    add(json, "stakeholders", territory_.stakeholders, true);
    add(json, "resources", territory_.resources, true);
    add(json, "needs", written(territory_.needs), true);
    add(json, "contributions", written(territory_.contributions), true);
    add(json, "recipes", recipe_rows(), false);
    add(json, "activities", territory_.activities, false);
    add(json, "links", territory_.links, territory_.has_links);
    add(json, "bans", territory_.bans, false);
    add(json, "arranged", territory_.arranged, false);
    add(json, "received", territory_.received, false);
    return json + "\n}\n";
  }

 private:
  template <class Rows>
  void add(std::string& json, const char* name, const Rows& rows, bool always) const {
    if (rows.empty() && !always) {
      return;
    }
    json += ",\n\"" + std::string(name) + "\": [";
    for (std::size_t i = 0; i < rows.size(); ++i) {
      json += (i == 0 ? "\n  " : ",\n  ") + row(rows[i]);
    }
    json += "]";
  }

  std::string settings() const {
    const Settings& of = territory_.settings;
    std::string order;
    for (Criterion const criterion : of.order) {
      order += (order.empty() ? "" : ",") + std::string(exchange::code_of(criterion));
    }
    return Row()
        .raw("format", "1")
        .text("name", of.name)
        .text("rule", std::string(exchange::code_of(of.rule)))
        .text("order", order)
        .raw("detour", decimal(of.detour.count(), 6))
        .raw("memory", std::to_string(of.memory))
        .raw("lot", std::to_string(of.lot))
        .text("below_minimum", std::string(exchange::code_of(of.below_minimum)))
        .take();
  }

  std::string row(const Stakeholder& of) const {
    return Row()
        .text("id", of.id)
        .text("name", of.name)
        .text("kind", of.kind)
        .place(of.position)
        .text("commune", of.commune)
        .people(of.people)
        .take();
  }
  std::string row(const Resource& of) const {
    const Family& family = territory_.families[of.family.position()];
    Row row;
    row.text("id", of.id).text("name", of.name).text("unit", of.unit);
    row.text("broader", of.broader ? territory_.resources[of.broader->position()].id : "");
    return family.quantum_is_assumed
               ? row.take()
               : row.amount("quantum", std::optional(family.quantum), 6).take();
  }
  // What activities take and make follows from their own rows.
  template <class Offers>
  static Offers written(Offers offers) {
    std::erase_if(offers, [](const auto& one) { return one.activity.has_value(); });
    return offers;
  }
  struct RecipeRow {
    const Recipe& recipe;
    const RecipePart& part;
    bool takes;
  };
  std::vector<RecipeRow> recipe_rows() const {
    std::vector<RecipeRow> rows;
    for (const Recipe& recipe : territory_.recipes) {
      for (const RecipePart& part : recipe.takes) {
        rows.push_back({recipe, part, true});
      }
      for (const RecipePart& part : recipe.makes) {
        rows.push_back({recipe, part, false});
      }
    }
    return rows;
  }
  std::string row(const RecipeRow& of) const {
    return Row()
        .text("recipe", of.recipe.id)
        .text("resource", territory_.resources[of.part.resource.position()].id)
        .raw(of.takes ? "takes" : "makes", decimal(of.part.quantity.count(), 6))
        .raw("loss", decimal(of.part.loss.count(), 6))
        .take();
  }
  std::string row(const Activity& of) const {
    const Contribution& made = territory_.contributions[of.makes.front().position()];
    return Row()
        .text("id", of.id)
        .text("stakeholder", stakeholder(of.stakeholder))
        .text("recipe", territory_.recipes[of.recipe].id)
        .raw("capacity", decimal(of.capacity.count(), 6))
        .amount("batch", of.batch, 6)
        .text("depends_on", ids(made.depends_on))
        .take();
  }
  std::string ids(const std::vector<Condition>& conditions) const {
    std::string list;
    for (const Condition& one : conditions) {
      list += (list.empty() ? "" : " ") +
              (one.need ? need(*one.need) : contribution(*one.contribution));
    }
    return list;
  }

  template <class Both>
  Row both(const Both& of) const {
    std::string resources;
    for (ResourceIndex const resource : of.resources) {
      resources += (resources.empty() ? "" : " ") + territory_.resources[resource.position()].id;
    }
    Row row;
    row.text("id", of.id)
        .text("stakeholder", territory_.stakeholders[of.stakeholder.position()].id)
        .text("resource", resources)
        .raw("quantity", units(of.quantity, of.family))
        .window(of.window)
        .place(of.position)
        .amount("reach_km", of.reach, 3)
        .text("depends_on", ids(of.depends_on));
    if (of.lot_size) {
      row.raw("lot_size", units(*of.lot_size, of.family));
    }
    if (of.smallest_delivery) {
      row.raw("smallest_delivery", units(*of.smallest_delivery, of.family));
    }
    return row;
  }
  std::string row(const Need& of) const {
    return both(of).people(of.people).raw("minimum", units(of.minimum, of.family)).take();
  }
  std::string row(const Contribution& of) const {
    return both(of).amount("cost", of.cost, 6).take();
  }
  std::string row(const ListedLink& of) const {
    return pair(of).amount("km", of.distance, 3).amount("value", of.value, 6).take();
  }
  std::string row(const Ban& of) const {
    std::string const from = of.from_contribution  ? contribution(*of.from_contribution)
                             : of.from_stakeholder ? stakeholder(*of.from_stakeholder)
                                                   : "*";
    std::string const to = of.to_need          ? need(*of.to_need)
                           : of.to_stakeholder ? stakeholder(*of.to_stakeholder)
                                               : "*";
    return Row().text("from", from).text("to", to).text("reason", of.reason).take();
  }
  std::string row(const ArrangedLine& of) const {
    return pair(of)
        .raw("quantity", units(of.quantity, territory_.needs[of.need.position()].family))
        .text("kind", std::string(exchange::code_of(of.kind)))
        .take();
  }
  std::string row(const ReceivedRow& of) const {
    FamilyIndex const family = territory_.resources[of.resource.position()].family;
    return Row()
        .text("stakeholder", stakeholder(of.stakeholder))
        .text("resource", territory_.resources[of.resource.position()].id)
        .text("cycle", of.cycle)
        .raw("needed", units(of.needed, family))
        .raw("quantity", units(of.quantity, family))
        .raw("set_aside", of.set_aside ? "true" : "false")
        .take();
  }

  template <class Pair>
  Row pair(const Pair& of) const {
    return Row().text("contribution", contribution(of.contribution)).text("need", need(of.need));
  }
  std::string units(Quanta quanta, FamilyIndex family) const {
    return decimal(
        base::Int128{quanta.count()} * territory_.families[family.position()].quantum.count(), 6);
  }
  const std::string& stakeholder(StakeholderIndex at) const {
    return territory_.stakeholders[at.position()].id;
  }
  // What an activity takes or makes has the id that reading will give it.
  template <class Offer>
  std::string id_of(const Offer& offer) const {
    return offer.activity ? territory_.activities[*offer.activity].id + "-" +
                                territory_.resources[offer.resources.front().position()].id
                          : offer.id;
  }
  std::string contribution(ContributionIndex at) const {
    return id_of(territory_.contributions[at.position()]);
  }
  std::string need(NeedIndex at) const { return id_of(territory_.needs[at.position()]); }

  const Territory& territory_;
};

}  // namespace

std::string territory_json(const Territory& territory) { return Writer(territory).write(); }

}  // namespace bocage::check_tests
