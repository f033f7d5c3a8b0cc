package com.guardline.claims.partner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.Map;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import com.guardline.claims.util.JmsSender;

/**
 * 银行回盘文件: 支付ID|状态|流水号
 */
public class BankResultServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(request.getInputStream(), "GBK"));
        int count = 0;
        String line;
        while ((line = reader.readLine()) != null) {
            String[] fields = line.split("\\|");
            if (fields.length >= 3) {
                Map<String, String> message = new HashMap<String, String>();
                message.put("paymentId", fields[0]);
                message.put("status", fields[1]);
                message.put("bankReference", fields[2]);
                JmsSender.send(JmsSender.PAYMENT_RESULT, message);
                count++;
            }
        }
        response.getWriter().println(count);
    }
}
