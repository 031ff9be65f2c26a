#include <algorithm>

#include "exchange/reading/row.h"

// What a row of needs, contributions or activities depends on, once all of them are known.
namespace bocage::exchange {
namespace {

using territory::Condition;
using territory::ContributionIndex;
using territory::NeedIndex;
using territory::ProblemCode;

std::vector<Condition> conditions_in(Row& row, std::size_t column, const Reading& reading) {
  std::vector<Condition> conditions;
  if (!row.has(column)) {
    return conditions;
  }
  std::size_t const needs = reading.territory.needs.size();
  for (std::size_t const position :
       row.references(column, reading.offers, ProblemCode::kOfferUnknown)) {
    Condition condition;
    if (position < needs) {
      condition.need = NeedIndex(position);
    } else {
      condition.contribution = ContributionIndex(position - needs);
    }
    conditions.push_back(condition);
  }
  std::sort(conditions.begin(), conditions.end());
  return conditions;
}

void refuse_itself(Row& row, std::size_t column, const std::vector<Condition>& conditions,
                   const Condition& itself, const std::string& id) {
  if (std::find(conditions.begin(), conditions.end(), itself) != conditions.end()) {
    row.error(ProblemCode::kDependsOnItself, column, {id});
  }
}

template <class Offers>
void read_of_table(Reading& reading, Table table, std::size_t column,
                   const std::vector<std::size_t>& rows, Offers& offers) {
  bool const is_need = table == Table::kNeeds;
  for (std::size_t place = 0; place < offers.size(); ++place) {
    if (rows[place] == Reading::kNoRow) {
      continue;
    }
    Row row(reading, table, rows[place]);
    offers[place].depends_on = conditions_in(row, column, reading);
    Condition itself;
    if (is_need) {
      itself.need = NeedIndex(place);
    } else {
      itself.contribution = ContributionIndex(place);
    }
    refuse_itself(row, column, offers[place].depends_on, itself, offers[place].id);
  }
}

}  // namespace

void read_conditions(Reading& reading) {
  territory::Territory& all = reading.territory;
  reading.offers.whole = reading.needs.whole && reading.contributions.whole;
  for (const territory::Need& need : all.needs) {
    reading.offers.add(need.id);
  }
  for (const territory::Contribution& contribution : all.contributions) {
    reading.offers.add(contribution.id);
  }
  read_of_table(reading, Table::kNeeds, NeedColumn::kDependsOn, reading.need_rows, all.needs);
  read_of_table(reading, Table::kContributions, ContributionColumn::kDependsOn,
                reading.contribution_rows, all.contributions);
  for (std::size_t place = 0; place < all.activities.size(); ++place) {
    Row row(reading, Table::kActivities, reading.activity_rows[place]);
    std::vector<Condition> const conditions =
        conditions_in(row, ActivityColumn::kDependsOn, reading);
    for (std::size_t made = 0; made < all.contributions.size(); ++made) {
      if (all.contributions[made].activity == place) {
        all.contributions[made].depends_on = conditions;
        refuse_itself(row, ActivityColumn::kDependsOn, conditions, {{}, ContributionIndex(made)},
                      all.contributions[made].id);
      }
    }
  }
}

}  // namespace bocage::exchange
