package com.guardline.claims.desk;

import java.io.IOException;

import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;

/**
 * 统一使用 GBK 编码
 */
public class EncodingFilter implements Filter {

    public void init(FilterConfig config) {
        // nothing to set up
    }

    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        request.setCharacterEncoding("GBK");
        response.setContentType("text/html; charset=GBK");
        chain.doFilter(request, response);
    }

    public void destroy() {
        // nothing to release
    }
}
