package org.jigyo.registry;

/**
 * What makes two sightings of one year the same project: a second run or another file that prints it again.
 *
 * @param year evaluated fiscal year
 * @param number as printed
 * @param name {@linkplain Names#plain plain}
 */
record Seen(int year, String number, String name) implements Comparable<Seen> {

    static Seen of(int year, String number, String name) {
        return new Seen(year, number, Names.plain(name));
    }

    @Override
    public int compareTo(Seen other) {
        int order = Integer.compare(year, other.year);
        order = order == 0 ? number.compareTo(other.number) : order;
        return order == 0 ? name.compareTo(other.name) : order;
    }
}
