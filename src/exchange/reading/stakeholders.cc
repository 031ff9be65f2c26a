#include <tuple>

#include "exchange/communes.h"
#include "exchange/reading/derive.h"
#include "exchange/reading/kinds.h"
#include "exchange/reading/row.h"

namespace bocage::exchange {
namespace {

using territory::ProblemCode;
using territory::Stakeholder;
using Columns = StakeholderColumn;

const Commune* commune_by_any_code(std::string_view text) {
  if (const Commune* commune = commune_by_code(text)) {
    return commune;
  }
  // Spreadsheets drop the zero in front of the codes of nine departments.
  return text.size() == 4 ? commune_by_code("0" + std::string(text)) : nullptr;
}

const Commune* find_commune(Row& row) {
  std::string_view const text = row.text(Columns::kCommune);
  if (text.empty()) {
    return nullptr;
  }
  if (const Commune* commune = commune_by_any_code(text)) {
    return commune;
  }
  std::vector<const Commune*> const named = communes_by_name(text);
  if (named.size() == 1) {
    return named.front();
  }
  constexpr std::size_t kShown = 6;
  std::string candidates;
  for (std::size_t i = 0; i < named.size() && i < kShown; ++i) {
    candidates += (i == 0 ? "" : ", ") + std::string(named[i]->name) + " (" +
                  std::string(named[i]->code) + ")";
  }
  candidates += named.size() > kShown ? ", …" : "";
  row.error(named.empty() ? ProblemCode::kCommuneUnknown : ProblemCode::kCommuneAmbiguous,
            Columns::kCommune, {candidates});
  return nullptr;
}

Stakeholder read_stakeholder(Row& row) {
  Stakeholder stakeholder;
  stakeholder.id = row.text(Columns::kId);
  stakeholder.name = row.required_text(Columns::kName);
  stakeholder.kind = known_kind(row.text(Columns::kKind));
  stakeholder.position = row.position(Columns::kLongitude, Columns::kLatitude);
  if (const Commune* commune = find_commune(row)) {
    stakeholder.commune = commune->code;
    stakeholder.commune_centre = commune->centre;
  }
  stakeholder.people = row.people(Columns::kPeople);
  stakeholder.siret = row.text(Columns::kSiret);
  return stakeholder;
}

}  // namespace

void read_stakeholders(Reading& reading) {
  const RawTable& table = reading.table(Table::kStakeholders);
  reading.stakeholders.whole = table.present() && table.readable();
  if (!reading.stakeholders.whole) {
    return;
  }
  std::vector<Draft<Stakeholder>> drafts;
  drafts.reserve(table.size());
  for (std::size_t position = 0; position < table.size(); ++position) {
    Row row(reading, Table::kStakeholders, position);
    Stakeholder stakeholder = read_stakeholder(row);
    std::string name = stakeholder.name;
    drafts.push_back({std::move(stakeholder), position, std::move(name)});
  }
  derive_ids(reading, reading.actor_ids, Table::kStakeholders, drafts,
             [](const Draft<Stakeholder>& draft) {
               const Stakeholder& one = draft.value;
               return std::tie(one.name, one.kind, one.position, one.commune, one.people,
                               one.siret);
             });
  sort_by_id(drafts);
  reading.stakeholders.reserve(drafts.size());
  for (Draft<Stakeholder>& draft : drafts) {
    reading.stakeholder_rows.push_back(draft.row);
    reading.stakeholders.add(draft.value.id, draft.value.name);
    reading.territory.stakeholders.push_back(std::move(draft.value));
  }
}

}  // namespace bocage::exchange
