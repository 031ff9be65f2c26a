#include <boost/json.hpp>

#include "exchange/codes.h"
#include "exchange/wording/cycle_words.h"
#include "http/view/view.h"
#include "service/line_words.h"

namespace bocage::http {

namespace json = boost::json;
using exchange::code_of;
using exchange::in_words;

namespace {

std::string last_argument(const agree::DecisionMatter& matter, const std::string& stakeholder) {
  std::string argument;
  for (const territory::StatedPosition& position : matter.positions) {
    if (position.stakeholder == stakeholder) {
      argument = position.argument;
    }
  }
  return argument;
}

template <class Ids>
json::array names_of(const service::Meeting& meeting, const Ids& ids, const Reader& reader) {
  json::array names;
  for (const std::string& id : ids) {
    names.push_back(json::string(service::name_of(meeting, id, reader.language)));
  }
  return names;
}

json::object decision_view(const service::Meeting& meeting, const std::string& id,
                           const Reader& reader) {
  agree::DecisionMatter const matter = service::decision_matter(meeting, id);
  agree::DecisionPosition const position = agree::position_of(matter);
  agree::DecisionVoices const voices = agree::voices(matter);
  json::array possible;
  for (territory::DecisionStepKind const step : agree::possible_decision_steps(matter)) {
    possible.push_back(
        json::object{{"step", code_of(step)}, {"text", in_words(step, reader.language)}});
  }
  json::array objecting;
  for (const std::string& stakeholder : voices.objecting) {
    objecting.push_back(
        json::object{{"name", service::name_of(meeting, stakeholder, reader.language)},
                     {"argument", last_argument(matter, stakeholder)}});
  }
  bool const excludes = position.kind == territory::DecisionKind::kExclusion;
  return {
      {"id", id},
      {"about", code_of(position.kind)},
      {"about_text", in_words(position.kind, reader.language)},
      {"setting", position.setting},
      {"value",
       excludes ? service::name_of(meeting, position.value, reader.language) : position.value},
      {"raised_by", service::name_of(meeting, matter.steps.front().stakeholder, reader.language)},
      {"state", code_of(position.state)},
      {"state_text", in_words(position.state, reader.language)},
      {"awaited", names_of(meeting, voices.awaited, reader)},
      {"objecting", std::move(objecting)},
      {"signed_by", names_of(meeting, position.signed_by, reader)},
      {"for", voices.for_it},
      {"entitled", voices.entitled},
      {"possible", std::move(possible)}};
}

}  // namespace

json::array decisions_view(const service::Meeting& meeting, const Reader& reader) {
  json::array list;
  for (const std::string& id : service::decision_ids(meeting)) {
    list.push_back(decision_view(meeting, id, reader));
  }
  return list;
}

}  // namespace bocage::http
