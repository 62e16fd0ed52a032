package io.amends.contracts;

/** Whose work puts a failure right. */
public enum Department {
  FRONT_OFFICE,
  HOUSEKEEPING,
  ENGINEERING,
  FOOD_AND_BEVERAGE,
  SECURITY,
  SALES,
  OPERATIONS,
  GENERAL_MANAGEMENT,
  /** The one that the guest complains of; a person says which. */
  DEPARTMENT_CONCERNED
}
