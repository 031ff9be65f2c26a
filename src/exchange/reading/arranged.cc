#include <algorithm>
#include <tuple>

#include "base/decimal.h"
#include "base/fraction.h"
#include "base/text.h"
#include "exchange/codes.h"
#include "exchange/reading/row.h"

namespace bocage::exchange {
namespace {

using territory::ArrangedKind;
using territory::ArrangedLine;
using territory::Contribution;
using territory::ContributionIndex;
using territory::Need;
using territory::NeedIndex;
using territory::ProblemCode;
using territory::Quanta;
using Columns = ArrangedColumn;

struct ArrangedDraft {
  ArrangedLine line;
  std::int64_t quantity = 0;  // millionths
  std::size_t row = 0;
};

std::optional<ArrangedKind> read_kind(Row& row) {
  auto const kind = value_of<ArrangedKind>(base::fold(row.text(Columns::kKind)));
  if (!kind) {
    row.error(ProblemCode::kArrangedKindUnknown, Columns::kKind);
  }
  return kind;
}

std::optional<ArrangedDraft> read_line(Row& row, Reading& reading) {
  auto const contribution = row.reference(Columns::kContribution, reading.contributions,
                                          ProblemCode::kContributionUnknown);
  auto const need = row.reference(Columns::kNeed, reading.needs, ProblemCode::kNeedUnknown);
  auto const quantity = row.quantity(Columns::kQuantity);
  auto const kind = read_kind(row);
  if (!contribution || !need || !quantity || !kind) {
    return std::nullopt;
  }
  return ArrangedDraft{{ContributionIndex(*contribution), NeedIndex(*need), Quanta(0), *kind},
                       *quantity,
                       row.position()};
}

std::string first_of(const Reading& reading, const std::vector<territory::ResourceIndex>& of) {
  return of.empty() ? "" : reading.territory.resources[of.front().position()].id;
}

}  // namespace

void read_arranged(Reading& reading) {
  const RawTable& table = reading.table(Table::kArranged);
  if (!table.present() || !table.readable()) {
    return;
  }
  std::vector<ArrangedDraft> drafts;
  for (std::size_t position = 0; position < table.size(); ++position) {
    Row row(reading, Table::kArranged, position);
    if (auto const draft = read_line(row, reading)) {
      drafts.push_back(*draft);
    }
  }
  std::sort(drafts.begin(), drafts.end(), [](const ArrangedDraft& a, const ArrangedDraft& b) {
    auto const key = [](const ArrangedDraft& draft) {
      return std::tuple(draft.line.contribution, draft.line.need, draft.line.kind, draft.quantity);
    };
    return key(a) < key(b);
  });
  std::vector<ArrangedLine>& lines = reading.territory.arranged;
  lines.reserve(drafts.size());
  for (const ArrangedDraft& draft : drafts) {
    lines.push_back(draft.line);
    reading.arranged_rows.push_back(draft.row);
    const Need& need = reading.territory.needs[draft.line.need.position()];
    if (!need.resources.empty()) {
      Row(reading, Table::kArranged, draft.row)
          .pend(Columns::kQuantity, need.resources.front(), draft.quantity, lines.back().quantity);
    }
  }
}

void check_fixed_lines(Reading& reading) {
  const territory::Territory& territory = reading.territory;
  std::vector<Quanta> given(territory.contributions.size());
  std::vector<Quanta> received(territory.needs.size());
  for (std::size_t i = 0; i < territory.arranged.size(); ++i) {
    const ArrangedLine& line = territory.arranged[i];
    const Contribution& contribution = territory.contributions[line.contribution.position()];
    const Need& need = territory.needs[line.need.position()];
    Row row(reading, Table::kArranged, reading.arranged_rows[i]);
    if (contribution.resources.empty() || need.resources.empty()) {
      continue;  // told where they are
    }
    if (contribution.family != need.family) {
      row.error(ProblemCode::kArrangedUnlike, Columns::kNeed,
                {first_of(reading, contribution.resources), first_of(reading, need.resources)});
      continue;
    }
    if (line.kind != ArrangedKind::kFixed) {
      continue;
    }
    base::Int128 const quantum = territory.families[need.family.position()].quantum.count();
    auto const in_units = [&](Quanta quanta) {
      return base::format_decimal(quantum * quanta.count(), 6);
    };
    auto const check = [&](ProblemCode code, std::size_t column, const std::string& id, Quanta& sum,
                           Quanta quantity) {
      bool const already_told = sum > quantity;
      sum += line.quantity;
      if (sum > quantity && !already_told && quantity > Quanta(0)) {
        row.tell(code, column, in_units(line.quantity), {id, in_units(sum), in_units(quantity)});
      }
    };
    check(ProblemCode::kFixedExceedsContribution, Columns::kQuantity, contribution.id,
          given[line.contribution.position()], contribution.quantity);
    check(ProblemCode::kFixedExceedsNeed, Columns::kQuantity, need.id,
          received[line.need.position()], need.quantity);
  }
}

}  // namespace bocage::exchange
