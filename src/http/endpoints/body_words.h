#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>

#include "base/moment.h"
#include "exchange/codes.h"
#include "http/answers.h"
#include "territory/units.h"

namespace bocage::http {

// The members of a body as values. The first that is none is remembered with what was expected; an
// act that has one wrong is not done.
class BodyWords {
 public:
  explicit BodyWords(const boost::json::object& body) : body_(body) {}

  [[nodiscard]] const boost::json::object& members() const { return body_; }
  [[nodiscard]] std::string text(const char* name) const { return member(body_, name); }
  base::Moment moment(const char* name, base::Moment otherwise);
  std::optional<base::Day> day(const char* name);
  std::optional<territory::Millionths> quantity(const char* name);

  template <class Value>
  std::optional<Value> code(const char* name) {
    auto const value = exchange::value_of<Value>(text(name));
    if (!value && !text(name).empty()) {
      refuse(name, exchange::all_codes<Value>());
    }
    return value;
  }
  template <class Value>
  Value required(const char* name, Value otherwise) {
    auto const value = code<Value>(name);
    if (!value) {
      refuse(name, exchange::all_codes<Value>());
    }
    return value.value_or(otherwise);
  }

  // The name of the member that is wrong; empty where none is.
  [[nodiscard]] const std::string& wrong() const { return wrong_; }
  [[nodiscard]] std::string wrong_in(territory::Language language) const;

 private:
  void refuse(const char* name, const std::string& expected);

  const boost::json::object& body_;
  std::string wrong_;
  std::string expected_;
};

}  // namespace bocage::http
