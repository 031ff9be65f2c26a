#include "exchange/choice_json.h"

#include "base/sha256.h"
#include "exchange/codes.h"
#include "exchange/json.h"
#include "exchange/json_object.h"
#include "exchange/proof_json.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else
using base::Fraction;
using base::Int128;

constexpr Int128 kOne = 1'000'000;

class Writing {
 public:
  explicit Writing(const Territory& territory) : all_(territory) {}

  [[nodiscard]] std::string choice(const Choice& one) const {
    return JsonObject()
        .texts("left_out", ids(one.left_out))
        .text("benefit", base::to_text(in_units(ChoiceObjective::kBenefit, one.benefit)))
        .text("cost", base::to_text(in_units(ChoiceObjective::kCost, -one.cost)))
        .raw("open", json_list(
                         one.open, [&](const OpenProject& open) { return project(open); },
                         ",\n     ", "\n     "))
        .raw("levels", json_list(
                           one.levels, [&](const ChoiceLevel& level) { return level_text(level); },
                           ",\n     ", "\n     "))
        .take();
  }
  [[nodiscard]] std::vector<std::string> projects(const std::vector<std::size_t>& places) const {
    std::vector<std::string> result;
    result.reserve(places.size());
    for (std::size_t const place : places) {
      result.push_back(all_.projects[place].id);
    }
    return result;
  }
  [[nodiscard]] std::string not_open(const NotOpen& one) const {
    return JsonObject()
        .text("project", all_.projects[one.project].id)
        .text("why", code_of(one.why))
        .number("lacks", one.lacks)
        .text("limit", one.limit ? all_.limits[*one.limit].id : "")
        .take();
  }

  [[nodiscard]] std::vector<std::string> ids(const std::vector<StakeholderIndex>& list) const {
    std::vector<std::string> result;
    result.reserve(list.size());
    for (StakeholderIndex const one : list) {
      result.push_back(id(one));
    }
    return result;
  }

 private:
  [[nodiscard]] const std::string& id(StakeholderIndex stakeholder) const {
    return all_.stakeholders[stakeholder.position()].id;
  }
  [[nodiscard]] std::string project(const OpenProject& open) const {
    return JsonObject()
        .text("project", all_.projects[open.project].id)
        .raw("makes", json_list(open.makes,
                                [&](const MadeQuantity& made) {
                                  return JsonObject()
                                      .text("stakeholder", id(made.member))
                                      .number("quantity", made.quantity)
                                      .take();
                                }))
        .raw("funding", json_list(open.funding,
                                  [&](const FundedAmount& funded) {
                                    return JsonObject()
                                        .text("funder", id(all_.funders[funded.funder].stakeholder))
                                        .number("amount", funded.amount)
                                        .take();
                                  }))
        .take();
  }

  [[nodiscard]] static std::string level_text(const ChoiceLevel& level) {
    return JsonObject()
        .text("objective", code_of(level.objective))
        .text("reached", base::to_text(in_units(level.objective, level.reached)))
        .text("bound", base::to_text(in_units(level.objective, level.bound)))
        .raw("proof", proof_steps_json(level.proof, "\n      "))
        .take();
  }

  const Territory& all_;
};

std::string or_null(std::optional<Millionths> number) {
  return number ? decimal_json(*number) : "null";
}

std::string project_text(const Territory& territory, const SharedProject& project) {
  auto const id = [&](StakeholderIndex stakeholder) {
    return territory.stakeholders[stakeholder.position()].id;
  };
  std::vector<std::string> funders;
  funders.reserve(project.funders.size());
  for (std::size_t const funder : project.funders) {
    funders.push_back(id(territory.funders[funder].stakeholder));
  }
  return JsonObject()
      .raw("benefit", or_null(project.benefit))
      .number("cost", project.cost)
      .count("fewest_members", project.fewest_members)
      .texts("funders", funders)
      .text("id", project.id)
      .raw("members", json_list(project.members,
                                [&](const ProjectMember& member) {
                                  return JsonObject()
                                      .raw("capacity", or_null(member.capacity))
                                      .number("cost", member.cost)
                                      .number("minimum", member.minimum)
                                      .text("stakeholder", id(member.stakeholder))
                                      .take();
                                }))
      .raw("most_share", or_null(project.most_share))
      .text("name", project.name)
      .number("own_funds", project.own_funds)
      .raw("price", or_null(project.price))
      .raw("public_ceiling", or_null(project.public_ceiling))
      .raw("quantity", or_null(project.quantity))
      .text("unit", project.unit)
      .raw("uses", json_list(project.uses,
                             [&](const ProjectUse& use) {
                               return JsonObject()
                                   .text("limit", territory.limits[use.limit].id)
                                   .number("quantity", use.quantity)
                                   .take();
                             }))
      .take();
}

std::string funder_text(const Territory& territory, const Funder& funder) {
  return JsonObject()
      .number("budget", funder.budget)
      .raw("least_amount", or_null(funder.least_amount))
      .raw("least_share", or_null(funder.least_share))
      .raw("most_share", or_null(funder.most_share))
      .truth("public", funder.is_public)
      .text("stakeholder", territory.stakeholders[funder.stakeholder.position()].id)
      .take();
}

}  // namespace

Fraction in_units(ChoiceObjective objective, Int128 reached) {
  switch (objective) {
    case ChoiceObjective::kCoverage:
      return {reached, 1};
    case ChoiceObjective::kBenefit:
      return {reached, kOne};
    case ChoiceObjective::kCost:
      break;
  }
  return {-reached, kOne * kOne};
}

std::optional<Int128> from_units(ChoiceObjective objective, const Fraction& told) {
  Int128 const step = objective == ChoiceObjective::kCoverage  ? 1
                      : objective == ChoiceObjective::kBenefit ? kOne
                                                               : kOne * kOne;
  Int128 number = 0;
  if (told.is_infinite() || step % told.denominator() != 0 ||
      __builtin_mul_overflow(told.numerator(), step / told.denominator(), &number)) {
    return std::nullopt;
  }
  return objective == ChoiceObjective::kCost ? -number : number;
}

std::string write_choice(const Territory& territory, const ChoiceReport& report) {
  Writing const writing(territory);
  auto const lines = [&](const std::vector<Choice>& choices) {
    return json_lines(choices, [&](const Choice& one) { return writing.choice(one); });
  };
  return JsonDocument()
      .text("format", "bocage-choice/1")
      .text("territory", report.territory)
      .text("input_sha256", report.input_sha256)
      .text("currency", territory.settings.currency)
      .text("benefit_unit", territory.benefit_unit)
      .count("members", static_cast<std::int64_t>(report.members))
      .raw("chosen", writing.choice(report.chosen))
      .raw("free", writing.choice(report.free))
      .raw("rungs", lines(report.rungs))
      .raw("equally_good", json_list(report.equally_good,
                                     [&](const EquallyGood& other) {
                                       return JsonObject()
                                           .texts("projects", writing.projects(other.projects))
                                           .texts("left_out", writing.ids(other.left_out))
                                           .take();
                                     }))
      .truth("drawn", report.drawn)
      .raw("not_open",
           json_lines(report.not_open, [&](const NotOpen& one) { return writing.not_open(one); }))
      .take();
}

std::string choice_sha256(const Territory& territory) {
  return base::sha256_hex(
      JsonObject()
          .text("benefit_unit", territory.benefit_unit)
          .text("currency", territory.settings.currency)
          .raw("funders", json_list(territory.funders,
                                    [&](const Funder& one) { return funder_text(territory, one); }))
          .raw("limits", json_list(territory.limits,
                                   [](const ProjectLimit& limit) {
                                     return JsonObject()
                                         .text("id", limit.id)
                                         .text("name", limit.name)
                                         .number("quantity", limit.quantity)
                                         .text("unit", limit.unit)
                                         .take();
                                   }))
          .count("lot", static_cast<std::int64_t>(territory.settings.lot))
          .text("name", territory.settings.name)
          .raw("projects",
               json_list(territory.projects,
                         [&](const SharedProject& one) { return project_text(territory, one); }))
          .raw("votes", json_list(territory.votes,
                                  [&](const ProjectVote& vote) {
                                    return JsonObject()
                                        .text("project", territory.projects[vote.project].id)
                                        .text("voter",
                                              territory.stakeholders[vote.voter.position()].id)
                                        .take();
                                  }))
          .take());
}

}  // namespace bocage::exchange
