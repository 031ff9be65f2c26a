#include <algorithm>
#include <tuple>

#include "exchange/reading/row.h"

namespace bocage::exchange {
namespace {

using territory::ContributionIndex;
using territory::ListedLink;
using territory::NeedIndex;
using territory::ProblemCode;
using Columns = LinkColumn;

struct LinkDraft {
  ListedLink link;
  std::size_t row = 0;
  [[nodiscard]] auto pair() const { return std::tie(link.contribution, link.need); }
};

void refuse_repeated_pairs(Reading& reading, const std::vector<LinkDraft>& sorted) {
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i].pair() == sorted[i - 1].pair()) {
      Row row(reading, Table::kLinks, sorted[i].row);
      row.error(ProblemCode::kPairRepeated, Columns::kNeed,
                {std::to_string(sorted[i - 1].link.line)});
    }
  }
}

}  // namespace

void read_links(Reading& reading) {
  const RawTable& table = reading.table(Table::kLinks);
  reading.territory.has_links = table.present();
  if (!table.present() || !table.readable()) {
    return;
  }
  std::vector<LinkDraft> drafts;
  drafts.reserve(table.size());
  for (std::size_t position = 0; position < table.size(); ++position) {
    Row row(reading, Table::kLinks, position);
    auto const contribution = row.reference(Columns::kContribution, reading.contributions,
                                            ProblemCode::kContributionUnknown);
    auto const need = row.reference(Columns::kNeed, reading.needs, ProblemCode::kNeedUnknown);
    auto const distance = row.kilometres(Columns::kDistance);
    auto const value = row.value(Columns::kValue);
    if (contribution && need) {
      drafts.push_back(
          {{ContributionIndex(*contribution), NeedIndex(*need), distance, value, row.line()},
           position});
    }
  }
  std::sort(drafts.begin(), drafts.end(), [](const LinkDraft& a, const LinkDraft& b) {
    return a.pair() != b.pair() ? a.pair() < b.pair() : a.row < b.row;
  });
  refuse_repeated_pairs(reading, drafts);
  reading.territory.links.reserve(drafts.size());
  for (const LinkDraft& draft : drafts) {
    reading.territory.links.push_back(draft.link);
  }
}

}  // namespace bocage::exchange
