#include "exchange/import/row_reader.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "exchange/import/actor_reader.h"
#include "exchange/import/cell_items.h"
#include "exchange/import/cell_values.h"
#include "exchange/import/quantity_text.h"
#include "exchange/import/row_view.h"
#include "exchange/import/unit_names.h"

namespace bocage::exchange::importing {
namespace {

bool is_total(const SheetRow& row) {
  constexpr std::array<std::string_view, 5> kTotals{"total", "totaux", "sous total", "somme",
                                                    "grand total"};
  std::string const folded = base::fold(row.cells.front().text) + " ";
  return std::any_of(kTotals.begin(), kTotals.end(), [&](std::string_view total) {
    return folded.starts_with(std::string(total) + " ");
  });
}

class RowReader {
 public:
  RowReader(const Table& table, Intake& intake) : table_(table), intake_(intake), actors_(intake) {}

  void read(const SheetRow& row) {
    row_ = {&table_, &row};
    if (is_header_again()) {
      intake_.note(FindingCode::kHeaderAgain, row_.place(), row_text(row));
    } else if (is_total(row)) {
      intake_.note(FindingCode::kTotalLine, row_.place(), row_text(row));
    } else if (is_remark()) {
      intake_.note(FindingCode::kRemarkLine, row_.place(), row_text(row));
      actors_.remember(row_);
    } else {
      intake_.take_row(row_.place());
      read_data();
    }
  }

 private:
  // The header printed again at the top of each page.
  bool is_header_again() const {
    int same = 0;
    for (const TableColumn& column : table_.columns) {
      same += base::fold(row_.row->text(column.column)) == base::fold(column.header) ? 1 : 0;
    }
    return same >= 2 && same >= static_cast<int>(row_.row->cells.size());
  }

  // A line with one cell says something about the table, unless that cell is all a row needs.
  bool is_remark() const {
    if (row_.row->cells.size() != 1 || table_.columns.size() < 2) {
      return false;
    }
    Cell const& cell = row_.row->cells.front();
    TableColumn const* const name = table_.column_of(Field::kStakeholder);
    if (table_.kind == TableKind::kStakeholders) {
      return name == nullptr || cell.column != name->column;
    }
    return table_.has(Field::kQuantity) ||
           std::none_of(table_.groups.begin(), table_.groups.end(), [&](const TableGroup& group) {
             return group.resource_column == cell.column;
           });
  }

  void read_data() {
    drafts_before_ = intake_.drafts.size();
    groups_read_.clear();
    minimum_read_ = false;
    Actor actor;
    bool const asks = asks_something();
    actors_.read(row_, asks, actor);
    for (std::size_t i = 0; i < table_.groups.size(); ++i) {
      std::size_t const before = intake_.drafts.size();
      read_group(actor.name, static_cast<int>(i));
      if (intake_.drafts.size() > before) {
        groups_read_.insert(static_cast<int>(i));
      }
    }
    KeptColumns const kept = read_kept(actor);
    bool const has_drafts = intake_.drafts.size() > drafts_before_;
    for (std::size_t i = drafts_before_; i < intake_.drafts.size(); ++i) {
      intake_.drafts[i].kept = kept;
    }
    if (!has_drafts && table_.kind != TableKind::kStakeholders && !asks &&
        !actor.name.text.empty()) {
      intake_.question(FindingCode::kNothingAsked, row_.place(), actor.name.text);
    }
    if (!has_drafts) {
      actor.kept = kept;
    }
    if (!actor.name.text.empty()) {
      intake_.actors.push_back(std::move(actor));
    }
  }

  bool asks_something() const {
    for (std::size_t i = 0; i < table_.groups.size(); ++i) {
      if (row_.row->find(table_.groups[i].resource_column) != nullptr ||
          row_.cell_of(Field::kQuantity, static_cast<int>(i)) != nullptr) {
        return true;
      }
    }
    return false;
  }

  void read_group(const PlacedText& stakeholder, int index) {
    TableGroup const& group = table_.groups[static_cast<std::size_t>(index)];
    if (!group.product.empty()) {
      read_product(stakeholder, index);
      return;
    }
    Cell const* const resource = row_.row->find(group.resource_column);
    Cell const* const quantity = row_.cell_of(Field::kQuantity, index);
    bool const repeated = resource != nullptr && resource->repeated && quantity == nullptr;
    if ((resource == nullptr && quantity == nullptr) || (repeated && table_.groups.size() > 1)) {
      return;
    }
    Draft draft;
    draft.stakeholder = stakeholder;
    draft.side = side_of_group(group);
    draft.resource = {resource == nullptr ? "" : resource->text, row_.place(group.resource_column)};
    if (resource == nullptr && table_.groups.size() > 1 &&
        row_.cell_of(Field::kQuantity) == quantity) {
      return;  // the quantity they share belongs to the other side
    }
    if (resource == nullptr) {
      intake_.problem(FindingCode::kNoResource, draft.resource.place, row_text(*row_.row));
    } else if (!has_value(*resource, draft.resource.place, intake_)) {
      return;
    }
    read_window(draft, index);
    read_beside(draft, index);
    if (table_.column_of(Field::kQuantity, index) != nullptr) {
      read_quantity_beside(std::move(draft), index, quantity);
    } else if (resource != nullptr) {
      read_quantity_within(draft, index);
    }
  }

  // The header names the resource, and the cell says how much; nothing or 0 where none is meant.
  void read_product(const PlacedText& stakeholder, int index) {
    TableGroup const& group = table_.groups[static_cast<std::size_t>(index)];
    Cell const* const cell = row_.row->find(group.resource_column);
    if (cell == nullptr || cell->repeated || cell->text == "0" || cell->text == "-") {
      return;
    }
    Draft draft;
    draft.stakeholder = stakeholder;
    draft.side = side_of_group(group);
    draft.resource = {group.product, row_.place(group.resource_column)};
    draft.quantity_place = draft.resource.place;
    read_window(draft, index);
    read_beside(draft, index);
    QuantityContext context = context_of(draft, index);
    context.unit = table_.column_of(Field::kProduct, index)->unit;
    if (auto const quantity = read_quantity_cell(*cell, draft.quantity_place, context, intake_)) {
      draft.quantity = quantity->quantity;
      draft.unit = context.unit;
      intake_.drafts.push_back(std::move(draft));
    }
  }

  Side side_of_group(const TableGroup& group) {
    if (group.side != Side::kUnknown) {
      return group.side;
    }
    Side const side = side_of(row_.text_of(Field::kSide));
    if (side == Side::kUnknown) {
      intake_.problem(FindingCode::kSideUnclear, row_.place_of(Field::kSide),
                      row_.text_of(Field::kSide));
    }
    return side;
  }

  void read_window(Draft& draft, int group) {
    if (Cell const* const cell = row_.cell_of(Field::kPeriod, group)) {
      period_kept_ = !read_period_cell(*cell, row_.place_of(Field::kPeriod, group), intake_, draft);
    }
    if (Cell const* const cell = row_.cell_of(Field::kFrom, group)) {
      draft.from =
          read_date_cell(*cell, row_.place_of(Field::kFrom, group), Bound::kFirst, intake_);
    }
    if (Cell const* const cell = row_.cell_of(Field::kUntil, group)) {
      draft.until =
          read_date_cell(*cell, row_.place_of(Field::kUntil, group), Bound::kLast, intake_);
    }
    if (draft.from && draft.until && *draft.from > *draft.until) {
      intake_.problem(FindingCode::kFromAfterUntil, row_.place_of(Field::kFrom, group),
                      base::format_day(*draft.from), "", {base::format_day(*draft.until)});
    }
  }

  void read_beside(Draft& draft, int group) {
    bool const need = draft.side == Side::kNeed;
    draft.id = intake_.drafts.size() == drafts_before_ ? base::slug(row_.text_of(Field::kId)) : "";
    if (Cell const* const cell = row_.cell_of(Field::kPeople, group); cell != nullptr && need) {
      draft.people = read_people_cell(*cell, row_.place_of(Field::kPeople, group), intake_);
    }
    if (Cell const* const cell = row_.cell_of(Field::kReach, group)) {
      draft.reach_km = read_reach_cell(*cell, row_.place_of(Field::kReach, group), intake_);
    }
    if (Cell const* const cell = row_.cell_of(Field::kPrice, group)) {
      draft.price = read_price_cell(*cell, row_.place_of(Field::kPrice, group), intake_);
    }
    if (Cell const* const cell = row_.cell_of(Field::kIntensity, group); cell != nullptr && need) {
      draft.intensity =
          read_intensity_cell(*cell, row_.place_of(Field::kIntensity, group), intake_);
    }
    draft.longitude = read_degrees(row_, Field::kLongitude, intake_).text;
    draft.latitude = read_degrees(row_, Field::kLatitude, intake_).text;
    draft.problem = row_.text_of(Field::kProblem);
  }

  QuantityContext context_of(const Draft& draft, int group) const {
    QuantityContext context;
    context.side = draft.side;
    context.from = draft.from;
    context.until = draft.until;
    std::string const unit = row_.text_of(Field::kUnit, group);
    TableColumn const* const column = table_.column_of(Field::kQuantity, group);
    context.unit = !unit.empty()                                ? unit_name(unit)
                   : column != nullptr && !column->unit.empty() ? column->unit
                                                                : "";
    return context;
  }

  void read_quantity_beside(Draft draft, int group, const Cell* cell) {
    QuantityContext const context = context_of(draft, group);
    draft.quantity_place = row_.place_of(Field::kQuantity, group);
    if (cell == nullptr) {
      intake_.problem(FindingCode::kNoQuantity, draft.quantity_place, draft.resource.text);
      return;
    }
    auto const quantity = read_quantity_cell(*cell, draft.quantity_place, context, intake_);
    read_minimum(draft, group, context);
    if (quantity) {
      draft.quantity = quantity->quantity;
      draft.unit = context.unit.empty() ? quantity->unit : context.unit;
      intake_.drafts.push_back(std::move(draft));
    }
  }

  void read_minimum(Draft& draft, int group, const QuantityContext& context) {
    Cell const* const cell = row_.cell_of(Field::kMinimum, group);
    if (cell == nullptr || draft.side != Side::kNeed || cell->text == "0") {
      return;
    }
    draft.minimum_place = row_.place_of(Field::kMinimum, group);
    minimum_read_ = true;
    if (auto const minimum = read_quantity_cell(*cell, draft.minimum_place, context, intake_)) {
      draft.minimum = minimum->quantity;
    }
  }

  void read_quantity_within(const Draft& draft, int group) {
    std::string const written = draft.resource.text;
    for (std::string_view const text : split_items(written)) {
      Item const item = read_item(text, intake_.french());
      Draft one = draft;
      one.resource.text = item.resource;
      one.quantity_place = draft.resource.place;
      if (item.reading.number.empty()) {
        intake_.problem(FindingCode::kNoQuantity, draft.resource.place, std::string(text));
        continue;
      }
      if (item.resource.empty()) {
        intake_.problem(FindingCode::kNoResource, draft.resource.place, std::string(text));
        continue;
      }
      QuantityContext const context = context_of(draft, group);
      auto const quantity =
          settle_quantity(item.reading, std::string(text), draft.resource.place, context, intake_);
      if (quantity) {
        one.quantity = quantity->quantity;
        one.unit = context.unit.empty() ? quantity->unit : context.unit;
        intake_.drafts.push_back(std::move(one));
      }
    }
  }

  // Columns we know nothing of, and cells whose text found no place in a column of ours.
  KeptColumns read_kept(const Actor& actor) {
    KeptColumns kept;
    for (const TableColumn& column : table_.columns) {
      std::string_view const text = row_.row->text(column.column);
      if (!text.empty() && is_kept(column, actor)) {
        kept.emplace_back(column.header, text);
      }
    }
    period_kept_ = false;
    return kept;
  }

  bool is_kept(const TableColumn& column, const Actor& actor) const {
    bool const lists = table_.kind == TableKind::kStakeholders;
    // A contribution has no minimum, no people and no intensity of its own.
    bool const offers = std::none_of(
        intake_.drafts.begin() + static_cast<std::ptrdiff_t>(drafts_before_), intake_.drafts.end(),
        [](const Draft& draft) { return draft.side == Side::kNeed; });
    // A column is read where a group that gave a draft looks there.
    bool const unread = std::none_of(groups_read_.begin(), groups_read_.end(), [&](int group) {
      return table_.column_of(column.field, group) == &column;
    });
    switch (column.field) {
      case Field::kKept:
      case Field::kType:
      case Field::kPostcode:
        return true;
      case Field::kId:
        return unread && !lists;
      case Field::kStakeholder:
      case Field::kKind:
      case Field::kProduct:
        return false;
      case Field::kSiret:
        return actor.siret.text.empty();
      case Field::kCommune:
      case Field::kCommuneCode:
        return actor.commune.text.empty();
      case Field::kLongitude:
      case Field::kLatitude:
        return unread && !lists;
      case Field::kPeople:
        return (unread || offers) && !lists;
      case Field::kMinimum:
        return !minimum_read_;
      case Field::kIntensity:
        return unread || offers;
      case Field::kPeriod:
        return unread || period_kept_;
      default:
        return unread;  // what belongs to a need or a contribution that the row does not hold
    }
  }

  const Table& table_;
  Intake& intake_;
  RowView row_;
  ActorReader actors_;
  bool period_kept_ = false;
  bool minimum_read_ = false;
  std::set<int> groups_read_;      // those of this row that gave a draft
  std::size_t drafts_before_ = 0;  // the drafts of this row come after
};

bool is_sound(const Table& table, Intake& intake) {
  if (table.column_of(Field::kStakeholder) == nullptr) {
    intake.problem(FindingCode::kNoStakeholderColumn, place_in(*table.sheet, 0),
                   std::to_string(table.header_row));
    return false;
  }
  return true;
}

}  // namespace

void read_rows(const Table& table, Intake& intake) {
  if (!is_sound(table, intake)) {
    return;
  }
  RowReader reader(table, intake);
  for (const SheetRow& row : table.sheet->rows) {
    if (row.number > table.header_row) {
      reader.read(row);
    }
  }
}

}  // namespace bocage::exchange::importing
