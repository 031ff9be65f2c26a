#include "service/resolve.h"

#include "exchange/reading/lookup.h"

namespace bocage::service {

std::string stakeholder_id(const Meeting& meeting, const std::string& text) {
  exchange::Lookup lookup;
  for (const territory::Stakeholder& row : meeting.territory().stakeholders) {
    lookup.add(row.id, row.name);
  }
  auto const answer = lookup.find(text);
  return answer.kind == exchange::Lookup::Answer::Kind::kFound
             ? meeting.territory().stakeholders[answer.position].id
             : text;
}

territory::Millionths delivered(const Meeting& meeting, const territory::Delivery& delivery,
                                std::optional<territory::Millionths> stated) {
  if (stated) {
    return *stated;
  }
  for (const agree::Followed& each : followed(meeting)) {
    if (each.commitment.line == delivery.line) {
      return delivery.outcome == territory::Outcome::kDone     ? each.commitment.quantity
             : delivery.outcome == territory::Outcome::kFailed ? territory::Millionths(0)
                                                               : each.received;
    }
  }
  return {};
}

}  // namespace bocage::service
