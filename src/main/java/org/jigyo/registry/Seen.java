package org.jigyo.registry;

/**
 * The key by which two sightings of one year are the same project, as in a second run or another file that prints it
 * again.
 *
 * @param year evaluated fiscal year
 * @param number as printed
 * @param name {@linkplain Names#plain plain}
 * @param units {@linkplain Names#plain plain} department if no number is printed, because the same name in two
 * departments is two projects
 */
record Seen(int year, String number, String name, String units) implements Comparable<Seen> {

    static Seen of(int year, String number, String name, String units) {
        return new Seen(year, number, Names.plain(name), number.isEmpty() ? Names.plain(units) : "");
    }

    @Override
    public int compareTo(Seen other) {
        int order = Integer.compare(year, other.year);
        order = order == 0 ? number.compareTo(other.number) : order;
        order = order == 0 ? name.compareTo(other.name) : order;
        return order == 0 ? units.compareTo(other.units) : order;
    }
}
