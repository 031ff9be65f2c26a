#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include "base/decimal.h"
#include "exchange/codes.h"
#include "exchange/json.h"
#include "exchange/plan_json.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

constexpr std::size_t kMostProblems = 100;  // of a file that is something else altogether
constexpr std::size_t kLongestTerm = 37;    // digits of a fraction's term that 128 bits hold
constexpr std::int64_t kLargestCount = 1'000'000'000;

// What a key must hold, as the first fact of a problem.
constexpr std::string_view kText = "text";
constexpr std::string_view kQuantity = "number";
constexpr std::string_view kCount = "count";
constexpr std::string_view kTruth = "truth";
constexpr std::string_view kLevel = "fraction";
constexpr std::string_view kObject = "object";
constexpr std::string_view kList = "list";
constexpr std::string_view kCode = "code";
constexpr std::string_view kKeys = "keys";

constexpr std::size_t kNoIndex = SIZE_MAX;

// An object of the plan and where it stands: "needs[6]"; paths are spelled only for a problem.
struct Row {
  const JsonValue* object;
  std::string_view list;  // empty at the top
  std::size_t index = kNoIndex;
  mutable std::uint64_t looked_at = 0;  // a bit a member

  const JsonValue* find(std::string_view key) const {
    const JsonValue* const value = object->find(key);
    auto const place = value == nullptr ? 64 : value - object->items.data();
    looked_at |= place < 64 ? std::uint64_t{1} << static_cast<unsigned>(place) : 0;
    return value;
  }
};

// What a term of a fraction is worth; none where it is not a plain whole number.
std::optional<base::Int128> whole_number(std::string_view digits) {
  if (digits.empty() || digits.size() > kLongestTerm) {
    return std::nullopt;
  }
  base::Int128 number = 0;
  for (char const c : digits) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    number = number * 10 + (c - '0');
  }
  return number;
}

// "12/23" or "3"; only the way base::to_text writes it.
std::optional<base::Fraction> fraction_of(std::string_view text) {
  std::size_t const bar = text.find('/');
  auto const numerator = whole_number(text.substr(0, bar));
  auto const denominator = bar == std::string_view::npos ? std::optional<base::Int128>(1)
                                                         : whole_number(text.substr(bar + 1));
  if (!numerator || !denominator || *denominator == 0) {
    return std::nullopt;
  }
  base::Fraction const fraction(*numerator, *denominator);
  return base::to_text(fraction) == text ? std::optional(fraction) : std::nullopt;
}

class PlanReader {
 public:
  explicit PlanReader(std::string file) : file_(std::move(file)) {}

  Plan read(const JsonValue& document);
  [[nodiscard]] Problems take_problems() { return std::move(problems_); }

 private:
  void report(ProblemCode code, const Row& row, std::string_view key, std::string_view expected,
              std::string_view found = {}) {
    if (problems_.list.size() >= kMostProblems) {
      return;
    }
    std::string path(row.list);
    path += row.index == kNoIndex ? "" : "[" + std::to_string(row.index) + "]";
    path += path.empty() || key.empty() ? "" : ".";
    path += key;
    Place place;
    place.file = file_;
    place.path = path;
    problems_.list.push_back(
        {code, Severity::kError, place, std::string(found), {std::string(expected)}});
  }

  // The member, if it is there and of this kind.
  const JsonValue* member(const Row& row, std::string_view key, JsonKind kind,
                          std::string_view expected, bool optional = false) {
    const JsonValue* const value = row.find(key);
    if (value == nullptr) {
      if (!optional) {
        report(ProblemCode::kPlanValueMissing, row, key, expected);
      }
      return nullptr;
    }
    if (value->kind != kind) {
      report(ProblemCode::kPlanValueWrong, row, key, expected, value->text);
      return nullptr;
    }
    return value;
  }

  // What may be left out is not there where it is empty.
  std::string text(const Row& row, std::string_view key, bool optional = false) {
    const JsonValue* const value = member(row, key, JsonKind::kString, kText, optional);
    if (value != nullptr && value->text.empty() && optional) {
      report(ProblemCode::kPlanValueWrong, row, key, kText);
    }
    return value == nullptr ? std::string() : value->text;
  }

  // A key that nothing reads is a claim that nothing checks.
  void refuse_the_rest(const Row& row) {
    const JsonValue& object = *row.object;
    for (std::size_t place = 0; place < object.keys.size(); ++place) {
      if (place >= 64 || (row.looked_at >> place & 1U) == 0) {
        report(ProblemCode::kPlanValueWrong, row, "", kKeys, object.keys[place]);
        return;
      }
    }
  }

  bool is_null(const Row& row, std::string_view key) {
    const JsonValue* const value = row.find(key);
    return value != nullptr && value->kind == JsonKind::kNull;
  }

  // A decimal as a whole number of 10^-decimals; only the way a plan spells it, so that two readers
  // cannot take it for two numbers.
  static std::optional<std::int64_t> as_spelled(const std::string& text, int decimals) {
    auto const number = base::parse_decimal(text, decimals);
    bool const plain = number && base::format_decimal(*number, decimals) == text;
    return plain ? std::optional(*number) : std::nullopt;
  }

  std::optional<std::int64_t> decimal(const Row& row, std::string_view key, int decimals,
                                      std::string_view expected, bool optional = false) {
    const JsonValue* const value = member(row, key, JsonKind::kNumber, expected, optional);
    if (value == nullptr) {
      return std::nullopt;
    }
    auto const number = as_spelled(value->text, decimals);
    if (!number) {
      report(ProblemCode::kPlanValueWrong, row, key, expected, value->text);
    }
    return number;
  }

  Millionths millionths(const Row& row, std::string_view key) {
    return Millionths(decimal(row, key, 6, kQuantity).value_or(0));
  }
  std::optional<Millionths> some_millionths(const Row& row, std::string_view key) {
    auto const number = decimal(row, key, 6, kQuantity, true);
    return number ? std::optional(Millionths(*number)) : std::nullopt;
  }
  std::optional<Metres> some_kilometres(const Row& row, std::string_view key) {
    auto const number = decimal(row, key, 3, kQuantity, true);
    return number ? std::optional(Metres(*number)) : std::nullopt;
  }
  Metres kilometres(const Row& row, std::string_view key) {
    return Metres(decimal(row, key, 3, kQuantity).value_or(0));
  }
  int count(const Row& row, std::string_view key, bool optional = false) {
    auto const number = decimal(row, key, 0, kCount, optional);
    if (number && (*number < 0 || *number > kLargestCount)) {
      report(ProblemCode::kPlanValueWrong, row, key, kCount, std::to_string(*number));
      return 0;
    }
    return static_cast<int>(number.value_or(0));
  }

  std::optional<int> block(const Row& row) {
    if (is_null(row, "block")) {
      return std::nullopt;
    }
    return count(row, "block");
  }

  base::Fraction fraction(const Row& row, std::string_view key) {
    const JsonValue* const written = member(row, key, JsonKind::kString, kText);
    if (written == nullptr) {
      return {};
    }
    auto const read = fraction_of(written->text);
    if (!read) {
      report(ProblemCode::kPlanValueWrong, row, key, kLevel, written->text);
    }
    return read.value_or(base::Fraction());
  }

  template <class Value>
  std::optional<Value> code(const Row& row, std::string_view key, bool optional = false) {
    const JsonValue* const value = member(row, key, JsonKind::kString, kCode, optional);
    if (value == nullptr) {
      return std::nullopt;
    }
    auto const known = value_of<Value>(value->text);
    if (!known) {
      report(ProblemCode::kPlanValueWrong, row, key, kCode, value->text);
    }
    return known;
  }

  std::vector<Millionths> potential(const Row& row) {
    std::vector<Millionths> entries;
    const JsonValue* const list = member(row, "potential", JsonKind::kArray, kList);
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
      const JsonValue& entry = list->items[i];
      auto const number = as_spelled(entry.text, 6);
      if (entry.kind != JsonKind::kNumber || !number) {
        report(ProblemCode::kPlanValueWrong, row, "potential", kQuantity, entry.text);
        break;
      }
      entries.emplace_back(*number);
    }
    return entries;
  }

  // `read` for every element of a list, which must be objects.
  template <class Element, class Read>
  std::vector<Element> list(const Row& row, std::string_view key, Read read,
                            bool optional = false) {
    std::vector<Element> elements;
    const JsonValue* const value = member(row, key, JsonKind::kArray, kList, optional);
    if (value == nullptr) {
      return elements;
    }
    elements.reserve(value->items.size());
    for (std::size_t i = 0; i < value->items.size(); ++i) {
      Row const element{&value->items[i], key, i};
      if (value->items[i].kind != JsonKind::kObject) {
        report(ProblemCode::kPlanValueWrong, element, "", kObject, value->items[i].text);
        continue;
      }
      elements.push_back(read(element));
      refuse_the_rest(element);
    }
    return elements;
  }

  std::vector<Criterion> order(const Row& top);
  Facts facts(const Row& row);
  PlanSummary summary(const Row& top);
  std::optional<MinimaShortage> minima(const Row& top);
  void read_rows(const Row& top, Plan& plan);

  std::string file_;
  Problems problems_;
};

std::vector<Criterion> PlanReader::order(const Row& top) {
  std::vector<Criterion> criteria;
  const JsonValue* const list = member(top, "order", JsonKind::kArray, kList);
  for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
    auto const criterion = value_of<Criterion>(list->items[i].text);
    if (list->items[i].kind != JsonKind::kString || !criterion) {
      report(ProblemCode::kPlanValueWrong, top, "order", kCode, list->items[i].text);
      break;
    }
    criteria.push_back(*criterion);
  }
  return criteria;
}

Facts PlanReader::facts(const Row& row) {
  Facts facts;
  const JsonValue* const value = member(row, "facts", JsonKind::kObject, kObject, true);
  if (value == nullptr) {
    return facts;
  }
  Row const inside{value, row.list, row.index};
  if (value->items.empty()) {
    report(ProblemCode::kPlanValueWrong, row, "facts", kObject);
  }
  facts.contribution = text(inside, "contribution", true);
  facts.distance = some_kilometres(inside, "km");
  facts.reach = some_kilometres(inside, "reach_km");
  if (inside.find("days") != nullptr) {
    facts.days = count(inside, "days");
  }
  facts.ban = text(inside, "ban", true);
  facts.minimum = some_millionths(inside, "minimum");
  facts.reachable = some_millionths(inside, "reachable");
  refuse_the_rest(inside);
  return facts;
}

PlanSummary PlanReader::summary(const Row& top) {
  PlanSummary summary;
  const JsonValue* const value = member(top, "summary", JsonKind::kObject, kObject);
  if (value == nullptr) {
    return summary;
  }
  Row const row{value, "summary"};
  summary.needs = count(row, "needs");
  summary.served = count(row, "served");
  summary.set_aside = count(row, "set_aside");
  summary.reachable_unserved = count(row, "reachable_unserved");
  if (!is_null(row, "lowest_fill")) {
    summary.lowest_fill = millionths(row, "lowest_fill");
  }
  summary.by_unit = list<UnitSummary>(row, "by_unit", [this](const Row& unit) {
    return UnitSummary{text(unit, "unit"), millionths(unit, "needed"), millionths(unit, "served"),
                       millionths(unit, "unit_km")};
  });
  summary.lines = count(row, "lines");
  summary.lines_distance = kilometres(row, "lines_km");
  refuse_the_rest(row);
  return summary;
}

std::optional<MinimaShortage> PlanReader::minima(const Row& top) {
  const JsonValue* const value = member(top, "minima", JsonKind::kObject, kObject, true);
  if (value == nullptr) {
    return std::nullopt;
  }
  Row const row{value, "minima"};
  MinimaShortage minima;
  minima.kept = count(row, "kept");
  minima.bound = count(row, "bound");
  if (const JsonValue* drawn = member(row, "drawn", JsonKind::kBoolean, kTruth)) {
    minima.drawn = drawn->boolean;
  }
  if (const JsonValue* lot = member(row, "lot", JsonKind::kNumber, kCount)) {
    auto const number = whole_number(lot->text);
    if (!number || *number > base::Int128{std::numeric_limits<std::uint64_t>::max()}) {
      report(ProblemCode::kPlanValueWrong, row, "lot", kCount, lot->text);
    } else {
      minima.lot = static_cast<std::uint64_t>(*number);
    }
  }
  minima.by_unit = list<UnitSummary>(row, "by_unit", [this](const Row& unit) {
    return UnitSummary{text(unit, "unit"), millionths(unit, "needed"), millionths(unit, "met"), {}};
  });
  minima.set_aside = list<SetAside>(row, "set_aside", [this](const Row& need) {
    SetAside aside{text(need, "need"), millionths(need, "minimum"), std::nullopt};
    if (!is_null(need, "returns_with")) {
      aside.returns_with = millionths(need, "returns_with");
    }
    return aside;
  });
  refuse_the_rest(row);
  return minima;
}

void PlanReader::read_rows(const Row& top, Plan& plan) {
  plan.transfers = list<PlanTransfer>(top, "transfers", [this](const Row& row) {
    return PlanTransfer{text(row, "contribution"), text(row, "need"), millionths(row, "quantity"),
                        kilometres(row, "km")};
  });
  plan.needs = list<PlanNeed>(top, "needs", [this](const Row& row) {
    return PlanNeed{text(row, "id"),
                    millionths(row, "served"),
                    millionths(row, "fill"),
                    block(row),
                    code<Reason>(row, "reason").value_or(Reason::kMet),
                    potential(row),
                    facts(row)};
  });
  plan.contributions = list<PlanContribution>(top, "contributions", [this](const Row& row) {
    return PlanContribution{text(row, "id"), millionths(row, "given"), millionths(row, "left"),
                            block(row), potential(row)};
  });
  plan.blocks = list<PlanBlock>(top, "blocks", [this](const Row& row) {
    base::Fraction const level =
        is_null(row, "level") ? base::Fraction::infinity() : fraction(row, "level");
    return PlanBlock{count(row, "id"), level, count(row, "needs"), count(row, "contributions")};
  });
  if (std::find(plan.order.begin(), plan.order.end(), Criterion::kFair) != plan.order.end()) {
    plan.proof = list<PlanProof>(top, "proof", [this](const Row& row) {
      return PlanProof{text(row, "contribution"), text(row, "need"), fraction(row, "quantity")};
    });
  }
  plan.assumptions = list<Assumption>(top, "assumptions", [this](const Row& row) {
    auto const proposal = some_millionths(row, "proposal");
    if (proposal == Millionths(0)) {
      report(ProblemCode::kPlanValueWrong, row, "proposal", kQuantity, "0");
    }
    return Assumption{code<AssumptionCode>(row, "code").value_or(AssumptionCode::kNoPosition),
                      text(row, "of"), proposal.value_or(Millionths(0))};
  });
}

Plan PlanReader::read(const JsonValue& document) {
  Row const top{&document, {}};
  Plan plan;
  std::string const format = text(top, "format", true);
  if (document.kind != JsonKind::kObject || format != "bocage-plan/1") {
    report(ProblemCode::kPlanFormat, top, "format", "bocage-plan/1", format);
    return plan;
  }
  plan.engine = text(top, "engine");
  plan.territory = text(top, "territory");
  plan.input_sha256 = text(top, "input_sha256");
  plan.previous_sha256 = text(top, "previous_sha256", true);
  plan.rule = code<Rule>(top, "rule").value_or(Rule::kPeople);
  plan.order = order(top);
  plan.answer = code<Answer>(top, "answer", true);
  plan.summary = summary(top);
  plan.minima = minima(top);
  read_rows(top, plan);
  refuse_the_rest(top);
  return plan;
}

}  // namespace

base::Result<Plan, Problems> read_plan(std::string_view bytes, const std::string& file) {
  auto const document = read_json(bytes, file);
  if (!document) {
    return Problems{{document.failure()}};
  }
  PlanReader reader(file);
  Plan plan = reader.read(*document);
  Problems problems = reader.take_problems();
  if (problems.has_errors()) {
    return problems;
  }
  return plan;
}

}  // namespace bocage::exchange
