#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace bocage::base {

// A value, or the reason there is none. An expected failure is returned; a bug is asserted.
// (std::expected needs C++23 and clang 16; this is the part of it we use.)
template <class Value, class Failure>
class Result {
 public:
  // `return value;` and `return failure;` are the point of both.
  // NOLINTNEXTLINE(google-explicit-constructor): see above
  Result(Value value) : state_(std::in_place_index<0>, std::move(value)) {}
  // NOLINTNEXTLINE(google-explicit-constructor): see above
  Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] const Value& value() const& {
    assert(ok());
    return std::get<0>(state_);
  }
  [[nodiscard]] Value&& value() && {
    assert(ok());
    return std::get<0>(std::move(state_));
  }
  [[nodiscard]] const Failure& failure() const {
    assert(!ok());
    return std::get<1>(state_);
  }
  const Value& operator*() const& { return value(); }
  const Value* operator->() const { return &value(); }

 private:
  std::variant<Value, Failure> state_;
};

}  // namespace bocage::base
