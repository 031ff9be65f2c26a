#include "mechanism/split/rational.h"

#include <cassert>

namespace bocage::mechanism::split {
namespace {

using base::Int128;
using boost::multiprecision::denominator;
using boost::multiprecision::numerator;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

std::size_t first_nonzero(const Vector& row) {
  for (std::size_t column = 0; column < row.size(); ++column) {
    if (row[column] != 0) {
      return column;
    }
  }
  return kNowhere;
}

void divide(Vector& row, const Rational& divisor) {
  for (Rational& entry : row) {
    entry /= divisor;
  }
}

void subtract(Vector& row, const Rational& times, const Vector& other) {
  for (std::size_t column = 0; column < row.size(); ++column) {
    if (other[column] != 0) {
      row[column] -= times * other[column];
    }
  }
}

}  // namespace

Integer to_integer(Int128 number) { return Integer(number); }

std::optional<Int128> to_128(const Integer& number) {
  static const Integer kLimit = Integer(1) << 126;
  if (number >= kLimit || number <= -kLimit) {
    return std::nullopt;
  }
  return static_cast<Int128>(number);
}

std::optional<base::Fraction> to_fraction(const Rational& number) {
  auto const above = to_128(numerator(number));
  auto const below = to_128(denominator(number));
  return above && below ? std::optional(base::Fraction(*above, *below)) : std::nullopt;
}

Matrix reduced(Matrix matrix) {
  Matrix form;
  for (Vector& row : matrix) {
    for (const Vector& known : form) {
      Rational const entry = row[first_nonzero(known)];
      if (entry != 0) {
        subtract(row, entry, known);
      }
    }
    std::size_t const lead = first_nonzero(row);
    if (lead == kNowhere) {
      continue;
    }
    Rational const head = row[lead];
    divide(row, head);
    for (Vector& known : form) {
      Rational const entry = known[lead];
      if (entry != 0) {
        subtract(known, entry, row);
      }
    }
    form.push_back(std::move(row));
  }
  return form;
}

std::vector<std::vector<Integer>> orthogonal(const Matrix& reduced_form, std::size_t columns) {
  std::vector<bool> leads(columns);
  for (const Vector& row : reduced_form) {
    leads[first_nonzero(row)] = true;
  }
  std::vector<std::vector<Integer>> basis;
  for (std::size_t free = 0; free < columns; ++free) {
    if (leads[free]) {
      continue;
    }
    Vector vector(columns);
    vector[free] = 1;
    Integer scale = 1;
    for (const Vector& row : reduced_form) {
      vector[first_nonzero(row)] = -row[free];
      scale = boost::multiprecision::lcm(scale, denominator(row[free]));
    }
    std::vector<Integer> whole;
    whole.reserve(columns);
    for (const Rational& entry : vector) {
      whole.push_back(numerator(entry) * (scale / denominator(entry)));
    }
    basis.push_back(std::move(whole));
  }
  return basis;
}

Matrix inverse(const Matrix& matrix) {
  std::size_t const size = matrix.size();
  Matrix both = matrix;
  for (std::size_t row = 0; row < size; ++row) {
    both[row].resize(2 * size);
    both[row][size + row] = 1;
  }
  for (std::size_t column = 0; column < size; ++column) {
    std::size_t pivot = column;
    while (both[pivot][column] == 0) {
      ++pivot;
      assert(pivot < size && "the matrix has an inverse");
    }
    std::swap(both[pivot], both[column]);
    Rational const head = both[column][column];
    divide(both[column], head);
    for (std::size_t row = 0; row < size; ++row) {
      Rational const entry = both[row][column];
      if (row != column && entry != 0) {
        subtract(both[row], entry, both[column]);
      }
    }
  }
  for (Vector& row : both) {
    row.erase(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(size));
  }
  return both;
}

}  // namespace bocage::mechanism::split
