#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "check/check_plan.h"
#include "check/small_territory.h"
#include "exchange/canonical.h"
#include "exchange/plan_json.h"
#include "mechanism/allocate/plan_territory.h"

// The engine against the checker, and the checker against forgers. Whatever small territory the
// bytes spell, what the engine plans for it must hold, and so must both answers to a change. A plan
// changed by the rest of the bytes may be refused or not, but never crashes the checker; and if it
// is accepted, everybody gets what the engine gave, but for the rounding, because the fair plan is
// the only one.
namespace bocage {
namespace {

using check_tests::Bytes;
using territory::Criterion;
using territory::Millionths;
using territory::Plan;

constexpr std::size_t kOfTerritory = 250;  // bytes; the rest changes the plan

void insist(bool holds) {
  if (!holds) {
    std::abort();
  }
}

bool holds(const territory::Territory& territory, const Plan& plan, const Plan* previous) {
  check::CheckOptions options;
  options.input_sha256 = exchange::input_sha256(territory);
  options.previous = previous;
  options.previous_sha256 = previous == nullptr ? "" : std::string(64, 'e');
  return check::check_plan(territory, plan, options).holds;
}

std::optional<Plan> plan_of(const territory::Territory& territory, const Plan* previous,
                            std::optional<territory::Answer> answer) {
  mechanism::allocate::PlanOptions options;
  options.input_sha256 = exchange::input_sha256(territory);
  options.previous = previous;
  options.previous_sha256 = previous == nullptr ? "" : std::string(64, 'e');
  options.answer = answer;
  auto outcome = mechanism::allocate::plan_territory(territory, options);
  return outcome ? std::optional(std::move(outcome).value().plan) : std::nullopt;
}

template <class Rows>
auto* some_row(Bytes& bytes, Rows& rows) {
  return rows.empty() ? nullptr : &rows[static_cast<std::size_t>(bytes.upto(200)) % rows.size()];
}

// Sums that agree again after lines were changed.
void add_up(Plan& plan) {
  std::erase_if(plan.transfers, [](const auto& line) { return line.quantity.count() == 0; });
  for (territory::PlanNeed& need : plan.needs) {
    need.served = {};
    for (const territory::PlanTransfer& line : plan.transfers) {
      need.served += line.need == need.id ? line.quantity : Millionths(0);
    }
  }
  for (territory::PlanContribution& contribution : plan.contributions) {
    Millionths const all = contribution.given + contribution.left;
    contribution.given = {};
    for (const territory::PlanTransfer& line : plan.transfers) {
      contribution.given += line.contribution == contribution.id ? line.quantity : Millionths(0);
    }
    contribution.left = all - contribution.given;
  }
}

void change_lines(Bytes& bytes, Plan& plan) {
  auto* const from = some_row(bytes, plan.transfers);
  auto* const to = some_row(bytes, plan.transfers);
  if (from != nullptr) {
    Millionths const moved((1 + bytes.upto(3)) * 500'000);
    from->quantity -= moved;
    to->quantity += bytes.one_in(4) ? Millionths(0) : moved;
    add_up(plan);
  }
}

void change_proof(Bytes& bytes, Plan& plan) {
  auto* const block = some_row(bytes, plan.blocks);
  auto* const proof = some_row(bytes, plan.proof);
  base::Fraction const fraction(bytes.upto(60), 1 + bytes.upto(12));
  if (block != nullptr && bytes.one_in(2)) {
    block->level = bytes.one_in(8) ? base::Fraction::infinity() : fraction;
  } else if (proof != nullptr) {
    proof->quantity = fraction;
  }
}

void change_rows(Bytes& bytes, Plan& plan) {
  auto* const need = some_row(bytes, plan.needs);
  auto* const other = some_row(bytes, plan.needs);
  auto* const contribution = some_row(bytes, plan.contributions);
  switch (bytes.upto(4)) {
    case 0:
      std::swap(need->block, other->block);
      break;
    case 1:
      std::swap(need->reason, other->reason);
      break;
    case 2:
      if (auto* const potential = some_row(bytes, need->potential)) {
        *potential += Millionths((bytes.upto(8) - 4) * 500'000);
      }
      break;
    case 3:
      if (contribution != nullptr) {
        contribution->block = static_cast<int>(bytes.upto(4));
      }
      break;
    default:
      need->block = static_cast<int>(bytes.upto(4));
  }
}

// A text with some bytes changed may be no plan at all.
std::optional<Plan> read_again(Bytes& bytes, const Plan& plan) {
  std::string text = exchange::write_plan(plan);
  for (std::int64_t times = bytes.upto(3); times > 0; --times) {
    auto const place = static_cast<std::size_t>(bytes.upto(255) * 256 + bytes.upto(255));
    text[place % text.size()] = static_cast<char>(32 + bytes.upto(94));
  }
  auto read = exchange::read_plan(text, "plan.json");
  return read ? std::optional(std::move(read).value()) : std::nullopt;
}

// Where minima decide who is served at all, several plans hold: only one set aside is compared.
bool is_the_only_one(const territory::Territory& territory, const Plan& forged, const Plan& plan) {
  bool const fair =
      std::find(forged.order.begin(), forged.order.end(), Criterion::kFair) != forged.order.end();
  bool comparable = fair && forged.rule == plan.rule && forged.order == plan.order &&
                    forged.answer == plan.answer &&
                    territory.settings.below_minimum == territory::BelowMinimum::kSetAside;
  for (std::size_t i = 0; comparable && i < plan.needs.size(); ++i) {
    comparable = (forged.needs[i].reason == territory::Reason::kSetAside) ==
                 (plan.needs[i].reason == territory::Reason::kSetAside);
  }
  return comparable;
}

void forge(Bytes& bytes, const territory::Territory& territory, const Plan& plan) {
  Plan changed = plan;
  for (std::int64_t times = bytes.upto(4); times > 0; --times) {
    switch (bytes.upto(3)) {
      case 0:
        change_lines(bytes, changed);
        break;
      case 1:
        change_proof(bytes, changed);
        break;
      default:
        change_rows(bytes, changed);
    }
  }
  auto const forged = read_again(bytes, changed);
  if (!forged || !holds(territory, *forged, nullptr) ||
      !is_the_only_one(territory, *forged, plan)) {
    return;
  }
  for (std::size_t i = 0; i < plan.needs.size(); ++i) {
    std::int64_t const quantum =
        territory.families[territory.needs[i].family.position()].quantum.count();
    std::int64_t const more = forged->needs[i].served.count() - plan.needs[i].served.count();
    insist(-quantum <= more && more <= quantum);
  }
}

void answer_a_change(territory::Territory territory, const Plan& plan) {
  if (territory.contributions.empty()) {
    return;
  }
  territory::Quanta& had = territory.contributions.front().quantity;
  had = territory::Quanta(std::max<std::int64_t>(1, had.count() / 2));
  for (auto const answer : {territory::Answer::kKeep, territory::Answer::kShare}) {
    if (auto const answered = plan_of(territory, &plan, answer)) {
      insist(holds(territory, *answered, &plan));
    }
  }
}

}  // namespace
}  // namespace bocage

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bocage;  // NOLINT(google-build-using-namespace): an entry outside of it
  std::string_view const all(reinterpret_cast<const char*>(data), size);
  Bytes bytes(all.substr(0, kOfTerritory));
  territory::Territory const territory = check_tests::small_territory(bytes);
  if (auto const plan = plan_of(territory, nullptr, std::nullopt)) {
    insist(holds(territory, *plan, nullptr));
    answer_a_change(territory, *plan);
    Bytes rest(all.substr(std::min(size, kOfTerritory)));
    forge(rest, territory, *plan);
  }
  return 0;
}
