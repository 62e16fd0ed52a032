package io.amends.contracts.reference;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/** What one major unit of a currency was worth in the chain's reporting currency on a day. */
@JsonTypeName("amends.reference.rate.v1")
public record RateReference(Currency currency, Currency into, LocalDate date, BigDecimal rate) {}
