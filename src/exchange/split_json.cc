#include "exchange/split_json.h"

#include <algorithm>

#include "base/sha256.h"
#include "exchange/codes.h"
#include "exchange/json.h"
#include "exchange/json_object.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

class Writing {
 public:
  Writing(const Territory& territory, const SharedCost& cost) : all_(territory), cost_(cost) {}

  [[nodiscard]] std::string split(const CostSplit& one) const {
    return JsonObject()
        .text("id", one.id)
        .text("name", cost_.name)
        .number("cost", cost_.cost)
        .text("method", cost_.method ? code_of(*cost_.method) : "")
        .raw("members", members(one))
        .text("core", code_of(one.core))
        .count("coalitions", static_cast<std::int64_t>(one.coalitions))
        .truth("all_coalitions", one.all_coalitions)
        .count("samples", static_cast<std::int64_t>(one.samples))
        .truth("held_at_alone", one.held_at_alone)
        .raw("methods", json_list(
                            one.methods, [&](const MethodShares& shares) { return method(shares); },
                            ",\n     ", "\n     "))
        .raw("nucleolus",
             json_list(
                 one.nucleolus, [&](const NucleolusStep& step) { return nucleolus_step(step); },
                 ",\n     ", "\n     "))
        .take();
  }

 private:
  [[nodiscard]] std::string members(const CostSplit& one) const {
    std::string list = "[";
    for (std::size_t member = 0; member < one.alone.size(); ++member) {
      list += member == 0 ? "" : ", ";
      list +=
          JsonObject().text("stakeholder", id(member)).number("alone", one.alone[member]).take();
    }
    return list + "]";
  }
  [[nodiscard]] std::vector<std::string> ids(const std::vector<std::size_t>& members) const {
    std::vector<std::string> result;
    result.reserve(members.size());
    for (std::size_t const member : members) {
      result.push_back(id(member));
    }
    return result;
  }
  [[nodiscard]] const std::string& id(std::size_t member) const {
    return all_.stakeholders[cost_.members[member].stakeholder.position()].id;
  }

  [[nodiscard]] std::string method(const MethodShares& one) const {
    JsonObject object;
    object.text("method", code_of(one.method)).text("why_not", code_of(one.why_not));
    if (one.deviation) {
      object.number("deviation", *one.deviation);
    }
    std::string shares = "[";
    for (std::size_t member = 0; member < one.shares.size(); ++member) {
      shares += member == 0 ? "" : ", ";
      shares += JsonObject()
                    .text("stakeholder", id(member))
                    .text("exact", base::to_text(one.shares[member].exact))
                    .number("paid", one.shares[member].paid)
                    .take();
    }
    return object.raw("shares", shares + "]")
        .raw("blocking", json_list(one.blocking,
                                   [&](const BlockingCoalition& coalition) {
                                     return JsonObject()
                                         .texts("members", ids(coalition.members))
                                         .number("apart", coalition.apart)
                                         .text("more", base::to_text(coalition.more))
                                         .take();
                                   }))
        .count("blocking_left_out", static_cast<std::int64_t>(one.blocking_left_out))
        .take();
  }

  [[nodiscard]] std::string nucleolus_step(const NucleolusStep& step) const {
    return JsonObject()
        .text("complaint", base::to_text(step.complaint))
        .raw("settled", json_list(step.settled,
                                  [&](const SettledCoalition& settled) {
                                    return JsonObject()
                                        .texts("members", ids(settled.members))
                                        .text("weight", base::to_text(settled.weight))
                                        .truth("at_alone", settled.at_alone)
                                        .take();
                                  }))
        .take();
  }

  const Territory& all_;
  const SharedCost& cost_;
};

std::string member_text(const Territory& territory, const CostMember& member) {
  JsonObject object;
  if (member.heads) {
    object.count("heads", *member.heads);
  }
  object.text("stakeholder", territory.stakeholders[member.stakeholder.position()].id);
  if (member.use) {
    object.number("use", *member.use);
  }
  return object.take();
}

std::string cost_text(const Territory& territory, const SharedCost& cost) {
  std::string coalitions = json_list(cost.coalitions, [&](const CoalitionCost& coalition) {
    std::vector<std::string> ids;
    ids.reserve(coalition.members.size());
    for (std::size_t const member : coalition.members) {
      ids.push_back(territory.stakeholders[cost.members[member].stakeholder.position()].id);
    }
    return JsonObject().number("cost", coalition.cost).texts("members", ids).take();
  });
  JsonObject object;
  object.raw("coalitions", coalitions).number("cost", cost.cost);
  if (cost.formula) {
    object.raw("formula", JsonObject()
                              .number("capacity", cost.formula->capacity)
                              .number("fixed", cost.formula->fixed)
                              .number("per_use", cost.formula->per_use)
                              .take());
  }
  return object.text("id", cost.id)
      .raw("members",
           json_list(cost.members,
                     [&](const CostMember& member) { return member_text(territory, member); }))
      .text("method", cost.method ? code_of(*cost.method) : "")
      .text("name", cost.name)
      .take();
}

}  // namespace

std::string write_split(const Territory& territory, const SplitReport& report) {
  std::string splits = "[";
  for (std::size_t place = 0; place < report.splits.size(); ++place) {
    splits += place == 0 ? "\n    " : ",\n    ";
    splits += Writing(territory, territory.shared_costs[place]).split(report.splits[place]);
  }
  return JsonDocument()
      .text("format", "bocage-split/1")
      .text("territory", report.territory)
      .text("input_sha256", report.input_sha256)
      .text("currency", territory.settings.currency)
      .raw("splits", splits + "]")
      .take();
}

std::string split_sha256(const Territory& territory) {
  return base::sha256_hex(JsonObject()
                              .text("currency", territory.settings.currency)
                              .count("lot", static_cast<std::int64_t>(territory.settings.lot))
                              .text("name", territory.settings.name)
                              .raw("shared_costs", json_list(territory.shared_costs,
                                                             [&](const SharedCost& cost) {
                                                               return cost_text(territory, cost);
                                                             }))
                              .take());
}

}  // namespace bocage::exchange
