package org.jigyo.serve.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A response body that is sent as fast as the client reads it, without a blocked thread. */
final class Transfer implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(Transfer.class);
    private static final int BLOCK = 32_768;

    private final InputStream bytes;
    private final byte[] block;
    private final ServletOutputStream client;
    private final AsyncContext request;
    private long left;

    private Transfer(InputStream bytes, long size, ServletOutputStream client, AsyncContext request) {
        this.bytes = bytes;
        this.block = new byte[(int) Math.min(BLOCK, size)];
        this.client = client;
        this.left = size;
        this.request = request;
    }

    /**
     * Starts sending a body and returns before it is sent.
     *
     * @param bytes source of the body, possibly longer; closed in the end
     * @param size number of bytes, announced beforehand, so that the client notices a body that breaks off
     */
    static void start(InputStream bytes, long size, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentLengthLong(size);
        ServletOutputStream client = response.getOutputStream();
        AsyncContext waiting = request.startAsync();
        // A client may be slow as long as it reads anything; the idle timeout of the connection ensures that.
        waiting.setTimeout(0);
        client.setWriteListener(new Transfer(bytes, size, client, waiting));
    }

    @Override
    public void onWritePossible() throws IOException {
        while (client.isReady()) {
            int read = left == 0 ? -1 : bytes.read(block, 0, (int) Math.min(block.length, left));
            if (read <= 0) {
                end();
                return;
            }
            left -= read;
            client.write(block, 0, read);
        }
    }

    @Override
    public void onError(Throwable reason) {
        LOG.debug("a client did not read its answer", reason);
        end();
    }

    private void end() {
        try {
            bytes.close();
        } catch (IOException e) {
            LOG.warn("cannot close a sent answer: {}", e.getMessage());
        }
        request.complete();
    }
}
