package nl.aanspreekpunt.promise;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/** Each year is read once; after that a question is two look-ups. */
final class DutchHolidays implements Holidays {
  private final boolean goodFriday;
  private final LiberationDay liberationDay;
  private final ConcurrentMap<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

  DutchHolidays(boolean goodFriday, LiberationDay liberationDay) {
    this.goodFriday = goodFriday;
    this.liberationDay = liberationDay;
  }

  @Override
  public boolean on(LocalDate day) {
    Set<LocalDate> year = years.get(day.getYear());
    return (year == null ? year(day.getYear()) : year).contains(day);
  }

  /** One reader at a time: jollyday does not promise that its manager may be shared. */
  private synchronized Set<LocalDate> year(int year) {
    return years.computeIfAbsent(
        year,
        wanted ->
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS))
                .getHolidays(Year.of(wanted))
                .stream()
                .filter(this::free)
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet()));
  }

  private boolean free(Holiday holiday) {
    return switch (holiday.getPropertiesKey()) {
      case "christian.GOOD_FRIDAY" -> goodFriday;
      case "LIBERATION" ->
          switch (liberationDay) {
            case WORKED -> false;
            case FREE_IN_LUSTRUM_YEARS -> holiday.getDate().getYear() % 5 == 0;
            case FREE -> true;
          };
      default -> true;
    };
  }
}
