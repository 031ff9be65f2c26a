#include "http/answers.h"

#include <boost/json.hpp>

#include "base/clock.h"
#include "exchange/codes.h"
#include "service/round_text.h"

namespace bocage::http {

namespace json = boost::json;

Response text_answer(int status, const std::string& type, std::string body) {
  Response response;
  response.status = status;
  response.type = type;
  response.body = std::move(body);
  response.headers = {{"Cache-Control", "no-store"}};
  return response;
}

Response json_answer(const json::value& value, int status) {
  return text_answer(status, "application/json", json::serialize(value));
}

Response refused(int status, const std::string& message) {
  return json_answer(json::object{{"message", message}}, status);
}

Response trouble_answer(const service::Trouble& trouble, const std::string& folder,
                        const Reader& reader) {
  constexpr int kConflict = 409;
  constexpr int kUnprocessable = 422;
  constexpr int kFailed = 500;
  if (!trouble.problems.list.empty()) {
    return json_answer(json::object{{"problems", problems_view(trouble.problems, reader)}},
                       kUnprocessable);
  }
  std::string text = service::trouble_text(trouble, folder, reader.language);
  text.pop_back();
  bool const conflict = trouble.refusal || !trouble.changed_file.empty();
  return refused(conflict ? kConflict : kFailed, text);
}

Reader reader_of(const Request& request, territory::Language otherwise) {
  Reader reader;
  reader.language =
      exchange::value_of<territory::Language>(request.parameter("lang")).value_or(otherwise);
  reader.now = base::parse_moment(request.parameter("at")).value_or(base::clock_of_the_room());
  return reader;
}

base::Result<json::object, Response> body_object(const Request& request) {
  boost::system::error_code error;
  json::value value = json::parse(request.body, error);
  if (error || !value.is_object()) {
    return refused(400, "The body must be a JSON object.");
  }
  return std::move(value.get_object());
}

std::string member(const json::object& object, const char* name) {
  const json::value* const value = object.if_contains(name);
  if (value == nullptr || value->is_null()) {
    return {};
  }
  return value->is_string() ? std::string(value->get_string()) : json::serialize(*value);
}

}  // namespace bocage::http
