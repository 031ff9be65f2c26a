#include <algorithm>

#include "check/matter.h"

namespace bocage::check {
namespace {

using territory::Criterion;
using territory::Wrong;
using territory::WrongKind;

std::string words_of(const std::vector<Criterion>& order) {
  std::string words;
  for (Criterion const criterion : order) {
    words += (words.empty() ? "" : ",") + word_of(criterion);
  }
  return words;
}

bool leads(Criterion criterion) {
  return criterion == Criterion::kFair || criterion == Criterion::kTotal ||
         criterion == Criterion::kValue;
}

// Optionally `minimum`; then `fair`, `total` or `value`; then others, each once.
bool is_allowed(const std::vector<Criterion>& order) {
  std::size_t const lead = !order.empty() && order.front() == Criterion::kMinimum ? 1 : 0;
  if (lead >= order.size() || !leads(order[lead])) {
    return false;
  }
  for (std::size_t place = lead + 1; place < order.size(); ++place) {
    Criterion const criterion = order[place];
    auto const here = order.begin() + static_cast<std::ptrdiff_t>(place);
    if (criterion == Criterion::kMinimum || criterion == Criterion::kFair ||
        std::find(order.begin(), here, criterion) != here) {
      return false;
    }
  }
  return true;
}

MaybeWrong check_origin(const Matter& matter) {
  const territory::Plan& plan = matter.plan;
  const CheckOptions& options = matter.options;
  if (plan.input_sha256 != options.input_sha256) {
    return Wrong{.kind = WrongKind::kInputDiffers,
                 .found = plan.input_sha256,
                 .expected = options.input_sha256};
  }
  if (plan.territory != matter.territory.settings.name) {
    return Wrong{.kind = WrongKind::kNameDiffers,
                 .found = plan.territory,
                 .expected = matter.territory.settings.name};
  }
  if (!plan.previous_sha256.empty() && options.previous == nullptr) {
    return Wrong{.kind = WrongKind::kPreviousMissing, .expected = plan.previous_sha256};
  }
  if (options.previous != nullptr && plan.previous_sha256 != options.previous_sha256) {
    return Wrong{.kind = WrongKind::kPreviousDiffers,
                 .found = plan.previous_sha256,
                 .expected = options.previous_sha256};
  }
  return std::nullopt;
}

}  // namespace

MaybeWrong check_heading(Matter& matter) {
  const territory::Plan& plan = matter.plan;
  if (MaybeWrong wrong = check_origin(matter)) {
    return wrong;
  }
  if (!is_allowed(plan.order)) {
    return Wrong{.kind = WrongKind::kOrderNotAllowed, .found = words_of(plan.order)};
  }
  matter.minima_count = plan.order.front() == Criterion::kMinimum;
  std::size_t const lead = matter.minima_count ? 1 : 0;
  matter.fair_leads = plan.order[lead] == Criterion::kFair;
  std::size_t const first = matter.fair_leads ? lead + 1 : lead;
  matter.criteria.assign(plan.order.begin() + static_cast<std::ptrdiff_t>(first), plan.order.end());
  bool const has_agreed =
      std::any_of(matter.territory.arranged.begin(), matter.territory.arranged.end(),
                  [](const auto& line) { return line.kind == territory::ArrangedKind::kAgreed; });
  if (plan.answer && !has_agreed && matter.options.previous == nullptr) {
    return Wrong{.kind = WrongKind::kAnswerToNothing};
  }
  bool const shares = plan.answer == territory::Answer::kShare;
  if (shares && matter.fair_leads &&
      (matter.criteria.empty() || matter.criteria.front() != Criterion::kStability)) {
    return Wrong{.kind = WrongKind::kAnswerNotInOrder, .found = words_of(plan.order)};
  }
  return std::nullopt;
}

std::vector<territory::Note> notes_of(const Matter& matter) {
  std::vector<territory::Note> notes;
  const territory::Settings& settings = matter.territory.settings;
  const territory::Plan& plan = matter.plan;
  if (plan.rule != settings.rule) {
    notes.push_back({territory::NoteKind::kOtherRule, word_of(plan.rule), word_of(settings.rule)});
  }
  std::vector<Criterion> order = settings.order;
  if (plan.answer == territory::Answer::kShare) {
    std::erase(order, Criterion::kStability);
    auto const fair = std::find(order.begin(), order.end(), Criterion::kFair);
    order.insert(fair == order.end() ? fair : fair + 1, Criterion::kStability);
  }
  if (plan.order != order) {
    notes.push_back(
        {territory::NoteKind::kOtherOrder, words_of(plan.order), words_of(settings.order)});
  }
  return notes;
}

}  // namespace bocage::check
