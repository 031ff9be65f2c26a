#include "exchange/import/actor_reader.h"

#include "base/text.h"
#include "exchange/import/cell_values.h"

namespace bocage::exchange::importing {

void ActorReader::remember(const RowView& row) {
  if (std::string name = row.text_of(Field::kStakeholder); !name.empty()) {
    last_stakeholder_ = std::move(name);
  }
}

void ActorReader::read_name(const RowView& row, bool asks, Actor& actor) {
  actor.name = {row.text_of(Field::kStakeholder), row.place_of(Field::kStakeholder)};
  Cell const* const cell = row.cell_of(Field::kStakeholder);
  if (cell != nullptr && !has_value(*cell, actor.name.place, intake_)) {
    actor.name.text.clear();
    return;
  }
  if (!actor.name.text.empty()) {
    last_stakeholder_ = actor.name.text;
  } else if (asks || row.table->kind == TableKind::kStakeholders) {
    std::string const fix = row.table->kind == TableKind::kStakeholders ? "" : last_stakeholder_;
    if (intake_.problem(FindingCode::kNoStakeholder, actor.name.place, row_text(*row.row), fix)) {
      actor.name.text = fix;
    }
  } else {
    intake_.note(FindingCode::kRemarkLine, row.place(), row_text(*row.row));
  }
}

void ActorReader::read(const RowView& row, bool asks, Actor& actor) {
  read_name(row, asks, actor);
  actor.kind = {row.text_of(Field::kKind), row.place_of(Field::kKind)};
  if (Cell const* const siret = row.cell_of(Field::kSiret)) {
    actor.siret = {read_siret_cell(*siret, row.place_of(Field::kSiret), intake_),
                   row.place_of(Field::kSiret)};
  }
  read_commune_of(row, actor);
  if (row.table->kind != TableKind::kStakeholders) {
    return;
  }
  actor.id = base::slug(row.text_of(Field::kId));
  if (Cell const* const people = row.cell_of(Field::kPeople)) {
    actor.people = {read_people_cell(*people, row.place_of(Field::kPeople), intake_),
                    row.place_of(Field::kPeople)};
  }
  actor.longitude = read_degrees(row, Field::kLongitude, intake_);
  actor.latitude = read_degrees(row, Field::kLatitude, intake_);
}

PlacedText read_degrees(const RowView& row, Field field, Intake& intake) {
  constexpr int kLargestLongitude = 180;
  constexpr int kLargestLatitude = 90;
  Cell const* const cell = row.cell_of(field);
  int const largest = field == Field::kLongitude ? kLargestLongitude : kLargestLatitude;
  return cell == nullptr
             ? PlacedText{}
             : PlacedText{read_degrees_cell(*cell, row.place_of(field), largest, intake),
                          row.place_of(field)};
}

void ActorReader::read_commune_of(const RowView& row, Actor& actor) {
  WrittenPlace written;
  std::string const name = row.text_of(Field::kCommune);
  std::string const code = row.text_of(Field::kCommuneCode);
  std::string const postcode = row.text_of(Field::kPostcode);
  written.name = name;
  written.code = code;
  written.postcode = postcode;
  bool const named = !name.empty() || !code.empty();
  Field const field = name.empty() ? Field::kCommuneCode : Field::kCommune;
  actor.commune.place = row.place_of(field);
  if (!named) {
    if (!postcode.empty()) {
      intake_.question(FindingCode::kPostcodeAlone, row.place_of(Field::kPostcode), postcode);
    }
    return;
  }
  auto const known = communes_.find({name + "|" + code, postcode});
  CommuneReading const reading = known != communes_.end() ? known->second : read_commune(written);
  communes_[{name + "|" + code, postcode}] = reading;
  actor.commune.text = reading.code;
  if (!reading.code.empty()) {
    return;
  }
  std::string const& found = name.empty() ? code : name;
  if (!reading.candidates.empty()) {
    actor.commune_written = found;
    actor.commune_candidates = reading.candidates;
  } else if (reading.nearest.empty()) {
    intake_.question(FindingCode::kCommuneUnknown, actor.commune.place, found);
  } else if (intake_.problem(FindingCode::kCommuneUnknown, actor.commune.place, found,
                             commune_label(reading.nearest))) {
    actor.commune.text = reading.nearest;
  }
}

}  // namespace bocage::exchange::importing
