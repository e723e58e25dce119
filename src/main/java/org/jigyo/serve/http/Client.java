package org.jigyo.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The client of a request, as used by limits.
 *
 * @param key its address; for IPv6 the first half, which is what a provider assigns to one customer
 * @param local true if it is on this machine
 */
public record Client(String key, boolean local) {

    private static final int IPV6_NETWORK = 8;

    /** The client of a request. */
    public static Client of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /**
     * The client with an address.
     *
     * @param address a numeric address; any other name from a proxy is never looked up
     */
    static Client of(String address) {
        if (address.indexOf(':') < 0 && !address.matches("[0-9.]+")) {
            return new Client(address, false);
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            String key = parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_NETWORK))
                    : address;
            return new Client(key, parsed.isLoopbackAddress());
        } catch (UnknownHostException e) {
            return new Client(address, false);
        }
    }
}
